// A record's identity: a UUID made on the device that first wrote it (RFC 9562).
//
// Text is 36 characters, lower case. UUIDv7 for what a person creates; UUIDv5 where two devices
// must arrive at the same identity by themselves (SYNC 13).
#pragma once

#include "shared/base/date.h"
#include "shared/base/random.h"

#include <compare>
#include <optional>
#include <string>
#include <string_view>
#include <utility>

namespace base {

bool is_uuid(std::string_view text);  // 8-4-4-4-12 lower-case hexadecimal digits
std::string make_uuid7(Instant now, Random& random);
std::optional<Instant> made_at(std::string_view uuid);  // by its maker's clock; of a UUIDv7
std::string make_uuid5(std::string_view name);          // in Kawan ASI's own namespace

template <typename Tag>
class Id {
public:
    Id() = default;  // empty: no record
    explicit Id(std::string text) : text_(std::move(text)) {}
    static std::optional<Id> parse(std::string_view text) {
        if (!is_uuid(text)) return std::nullopt;
        return Id(std::string(text));
    }
    const std::string& text() const { return text_; }
    bool empty() const { return text_.empty(); }
    auto operator<=>(const Id&) const = default;

private:
    std::string text_;
};

using RecordId = Id<struct RecordTag>;
using DeviceId = Id<struct DeviceTag>;
using UserId = Id<struct UserTag>;

}  // namespace base

template <typename Tag>
struct std::hash<base::Id<Tag>> {
    std::size_t operator()(const base::Id<Tag>& id) const noexcept {
        return std::hash<std::string>()(id.text());
    }
};
