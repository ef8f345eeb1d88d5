// kawan-plant SOURCE-ROOT OUT-FOLDER FAULT-FILE...: copies of the files that the faults name, with
// the faults in them.
#include "shared/base/file.h"
#include "shared/base/text.h"

#include <cstdio>
#include <filesystem>
#include <map>
#include <string>
#include <vector>

namespace {

using base::Error;
using base::ErrorCode;
using base::Result;
using base::Status;

struct Replacement {
    std::string from, to;
};
struct FaultFile {
    std::string target;  // the file it goes into
    std::vector<Replacement> replacements;
};

// A block of `-` lines and the `+` lines after it are one replacement.
Result<FaultFile> read_fault(const std::string& path) {
    TRY_LET(text, base::read_file(path));
    FaultFile fault;
    bool is_adding = true;
    for (const std::string& line : base::split(text, '\n')) {
        if (line.empty() || line.front() == '#') continue;
        if (line.front() != '-' && line.front() != '+') {
            fault.target = line;
            continue;
        }
        if (line.front() == '-' && is_adding) fault.replacements.push_back({});
        if (fault.replacements.empty()) return Error{ErrorCode::Malformed, path};
        is_adding = line.front() == '+';
        Replacement& last = fault.replacements.back();
        (is_adding ? last.to : last.from) += line.substr(1) + "\n";
    }
    return fault;
}

Status plant(std::string& source, const Replacement& each, const std::string& fault) {
    const std::size_t at = source.find(each.from);
    const bool is_there_once =
        at != std::string::npos && source.find(each.from, at + 1) == std::string::npos;
    if (!is_there_once) {
        return Error{ErrorCode::NotFound,
                     fault + ": these lines are not in the file once:\n" + each.from};
    }
    source.replace(at, each.from.size(), each.to);
    return base::Done{};
}

Status run(const std::vector<std::string>& words) {
    std::map<std::string, std::string> sources;
    for (std::size_t i = 2; i < words.size(); ++i) {
        TRY_LET(fault, read_fault(words[i]));
        if (sources.count(fault.target) == 0) {
            TRY_LET(text, base::read_file(words[0] + "/" + fault.target));
            sources[fault.target] = std::move(text);
        }
        for (const Replacement& each : fault.replacements) {
            TRY(plant(sources[fault.target], each, words[i]));
        }
    }
    for (const auto& [target, text] : sources) {
        const std::filesystem::path out = std::filesystem::path(words[1]) / target;
        std::filesystem::create_directories(out.parent_path());
        TRY(base::replace_file(out.string(),
                               "#include \"tests/simulation/planted/planted.h\"\n" + text));
    }
    return base::Done{};
}

}  // namespace

int main(int count, char** arguments) {
    const Status done = run({arguments + 1, arguments + count});
    if (done.ok()) return 0;
    std::fprintf(stderr, "%s\n", done.error().message.c_str());
    return 1;
}
