// The list of what may leave for research, file by file and column by column. A field that is not
// here does not leave, whatever a form or a newer program adds.
//
// No name, number, address, phone, note, place name, GPS, unit code or village is on it, nor who
// visited, nor what a mother told alone (thoughts of self-harm, violence at home).
#pragma once

#include <string_view>
#include <vector>

namespace research {

enum class Kind {
    Pseudonym,
    Day,     // shifted by a number of days that only its family has
    Number,  // small enough to be a measurement
    Code,    // one of a closed list
    Codes,   // several of it, separated by a space
};

// Why the text of a code can be nothing else: it is looked up in the list before it leaves.
struct Field {
    std::string_view name;
    Kind kind = Kind::Code;
    std::string_view form = {};   // it comes from this form's question of the same name;
                                  // "": the export works it out
    bool is_quasi = false;        // what a neighbour may know: k-anonymity is over these
    std::string_view label = {};  // of what the form does not label
    std::string_view codes = {};  // "PASS=Kompeten|NA=Belum dinilai" where the form has no list
    std::string_view unit = {};
};

struct File {
    std::string_view name;  // "mothers"
    std::string_view label;
    std::vector<Field> fields;
};

enum FileNumber {
    kMothers,
    kInfants,
    kVisits,  // from here on events
    kRecalls,
    kTeachings,
    kSessions,
    kMotherChecks,
    kInfantChecks,
    kFileCount
};
const std::vector<File>& allowed();  // by FileNumber

// What a quasi-identifier says once it was made coarser than its list.
inline constexpr std::string_view kAny = "ANY";

std::size_t column(const File& file, std::string_view name);  // must be there

}  // namespace research
