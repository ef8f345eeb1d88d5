// Who last wrote each field of a record (SYNC, words: field writer).
#pragma once

#include "shared/records/record.h"

#include <cstdint>
#include <map>
#include <string>
#include <string_view>

namespace accept {

struct Writer {
    records::Revision revision;    // that the record got by this write
    std::int64_t device = 0;       // the server's short number
    std::int64_t incarnation = 0;  // 0: the console, which has no same-device rule (SYNC 9)
    std::int64_t n = 0;
    bool operator==(const Writer&) const = default;
};

// Sparse: one writer for all fields, and those written later by others.
class Writers {
public:
    static Writers created_by(const Writer& writer);
    static Writers parse(std::string_view text);
    std::string to_text() const;  // {"*":"1.1/3/1/17","weight_g":"1.4/5/1/2"}

    const Writer& of(std::string_view field) const;
    bool has_own(std::string_view field) const { return later_.find(field) != later_.end(); }
    const Writer& last() const;                         // who wrote the record's newest revision
    const Writer* last_but(std::int64_t device) const;  // of others; nullptr: there is none
    // The newest revision of an earlier epoch than that one by which a field was written.
    records::Revision newest_before(std::int64_t epoch) const;
    // Of `fields`, and of those taken out, the ones written after that revision.
    base::Fields written_since(records::Revision seen, const base::Fields& fields) const;
    void set(std::string_view field, const Writer& writer);

private:
    Writer creator_;
    std::map<std::string, Writer, std::less<>> later_;
};

}  // namespace accept
