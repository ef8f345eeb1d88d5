// Every file of the corpus through its target, in any build: what was found once stays found.
#include "shared/base/file.h"
#include "shared/base/random.h"
#include "tests/fuzz/targets/target.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <filesystem>
#include <string>
#include <vector>

namespace {

namespace fs = std::filesystem;

const fs::path kCorpus = fs::path(KAWAN_SOURCE_DIR) / "tests/fuzz/corpus";

std::vector<fs::path> files_of(std::string_view target) {
    std::vector<fs::path> files;
    if (!fs::is_directory(kCorpus / target)) return files;
    for (const auto& each : fs::directory_iterator(kCorpus / target)) files.push_back(each.path());
    std::sort(files.begin(), files.end());
    return files;
}

std::string damaged(std::string bytes, base::SeededRandom& random) {
    if (bytes.empty()) return bytes;
    const std::size_t at = random.below(bytes.size());
    switch (random.below(4)) {
        case 0:
            return bytes.substr(0, at);
        case 1:
            return bytes.insert(at, bytes.substr(random.below(bytes.size()), random.below(40)));
        case 2:
            return bytes.erase(at, random.below(40));
        default:
            bytes[at] = static_cast<char>(random.below(256));
            return bytes;
    }
}

}  // namespace

TEST_CASE("whatever was found once is read, and what must hold of it holds") {
    for (const fuzz::Target& target : fuzz::targets()) {
        const auto files = files_of(target.name);
        CAPTURE(target.name);
        CHECK(files.size() >= 2);
        for (const fs::path& file : files) {
            CAPTURE(file);
            target.run(base::read_file(file.string()).value());
        }
        target.run("");
    }
}

TEST_CASE("the same damaged anywhere is read or refused, never worse") {
    constexpr std::uint64_t kSeed = 20260301;
    CAPTURE(kSeed);
    base::SeededRandom random(kSeed);
    for (const fuzz::Target& target : fuzz::targets()) {
        CAPTURE(target.name);
        for (const fs::path& file : files_of(target.name)) {
            CAPTURE(file);
            const std::string bytes = base::read_file(file.string()).value();
            for (int round = 0; round < 25; ++round) {
                target.run(damaged(bytes, random));
            }
        }
    }
}

TEST_CASE("every folder of the corpus has its target, and the corpus stays small") {
    std::uintmax_t bytes = 0;
    for (const auto& folder : fs::directory_iterator(kCorpus)) {
        CAPTURE(folder.path());
        CHECK(fuzz::find_target(folder.path().filename().string()) != nullptr);
        for (const auto& file : fs::directory_iterator(folder)) bytes += file.file_size();
    }
    CHECK(bytes < 2 * 1024 * 1024);
}
