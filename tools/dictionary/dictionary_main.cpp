// kawan-dictionary: makes the dictionary of an encoding (README).
#include "shared/base/file.h"
#include "tools/dictionary/conversation.h"

#include <cstdio>

namespace {

// Larger ones gained nothing, smaller ones cost a tenth (decisions/007).
constexpr std::size_t kBytes = 16 * 1024;
constexpr std::uint64_t kSeed = 1;

}  // namespace

int main(int count, char** words) {
    if (count != 2) {
        std::fprintf(stderr, "usage: kawan-dictionary FILE\n");
        return 2;
    }
    const auto bodies = dictionary::short_bodies(kSeed);
    const auto written = base::replace_file(words[1], dictionary::trained(bodies, kBytes));
    if (!written.ok()) {
        std::fprintf(stderr, "kawan-dictionary: %s\n", written.error().message.c_str());
        return 1;
    }
    std::printf("%s: from %zu bodies\n", words[1], bodies.size());
    return 0;
}
