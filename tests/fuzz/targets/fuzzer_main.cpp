// libFuzzer's way in: kawan-fuzz --target=NAME [libFuzzer's own words].
#include "shared/base/log.h"
#include "tests/fuzz/targets/target.h"

#include <cstddef>
#include <cstdint>
#include <cstdio>
#include <cstdlib>

namespace {

const fuzz::Target* chosen = nullptr;

constexpr std::string_view kTargetWord = "--target=";

}  // namespace

extern "C" int LLVMFuzzerInitialize(int* argc, char*** argv) {
    for (int each = 1; each < *argc; ++each) {
        const std::string_view word = (*argv)[each];
        if (word.starts_with(kTargetWord)) {
            chosen = fuzz::find_target(word.substr(kTargetWord.size()));
        }
    }
    if (chosen != nullptr) return 0;
    std::fprintf(stderr, "--target= takes one of:\n");
    for (const fuzz::Target& each : fuzz::targets()) {
        std::fprintf(stderr, "%.*s\n", static_cast<int>(each.name.size()), each.name.data());
    }
    std::exit(2);
}

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t count) {
    chosen->run({reinterpret_cast<const char*>(bytes), count});
    return 0;
}
