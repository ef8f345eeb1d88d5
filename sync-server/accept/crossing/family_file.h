// The file that carries a family from one health centre to another (.kmf), sealed with a code that
// one coordinator tells the other (SYNC 16, decisions/009).
//
//   "KAWANFAM" version(1) | size(4) label (JSON, in the open) | salt(16) | check(4) | size(4)
//   sealed
//
// Sealed is zstd of lines of JSON: who goes, then one record each. The label and the salt are bound
// to it; `check` tells a wrong code from a damaged file. Numbers are little-endian.
#pragma once

#include "shared/base/date.h"
#include "shared/base/fields.h"
#include "shared/base/result.h"

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace crossing {

using base::Result;

inline constexpr std::size_t kFileBytesMax = std::size_t{16} << 20;
inline constexpr const char* kFileEnding = ".kmf";

// In the open: nobody's data.
struct Label {
    std::string id;
    std::string from, to;  // names of the health centres
    base::Instant made_at = {};
};

// A record as it goes: all of it, or what was written since an earlier file.
struct Line {
    std::string record;
    std::string type;
    base::Fields set;    // null takes a field out
    std::string origin;  // JSON: the posyandu, its revision there, who wrote it last
    // Written without knowing what stood there: it overwrites nothing (SYNC 8).
    bool is_unseen = false;
};

struct FamilyFile {
    Label label;
    std::string family;  // the id of the first file, of one that comes after it
    std::string record;  // who was named
    std::string since;   // the day from which they are at the other centre
    std::string receipt;
    bool is_whole = true;  // false: only what came since
    std::vector<Line> lines;
};

// 24 letters in groups of four; the last four only check the others.
std::string new_code();

Result<std::string> seal(const FamilyFile& file, std::string_view code);
// Malformed, Unsupported (newer) or Refused (another code), each with its sentence.
Result<FamilyFile> open(std::string_view bytes, std::string_view code);

}  // namespace crossing
