// The parts of a ZIP file, unpacked within kUnpackedMax each.
#pragma once

#include "sync-server/importing/table.h"

#include <memory>
#include <optional>

struct zip;

namespace importing {

class Archive {
public:
    // `bytes` outlive it.
    static Result<Archive> open(std::string_view bytes);
    // nullopt: there is none of that name. Malformed: it is damaged or too large.
    Result<std::optional<std::string>> part(const std::string& name) const;

private:
    struct Close {
        void operator()(zip* archive) const;
    };
    explicit Archive(zip* archive) : archive_(archive) {}
    std::unique_ptr<zip, Close> archive_;
};

}  // namespace importing
