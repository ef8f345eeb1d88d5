#include "tools/figures/measuring.h"

#include <time.h>
#include <unistd.h>
#include <algorithm>
#include <cmath>
#include <cstdlib>
#include <filesystem>

namespace figures {

double processor_ms() {
    timespec time{};
    ::clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time);
    return static_cast<double>(time.tv_sec) * 1e3 + static_cast<double>(time.tv_nsec) / 1e6;
}

double quantile(std::vector<double> values, double part) {
    CHECK(!values.empty());
    std::sort(values.begin(), values.end());
    const double place = part * static_cast<double>(values.size() - 1);
    return values[static_cast<std::size_t>(std::lround(place))];
}

ScratchFolder::ScratchFolder(const std::string& in) {
    std::string pattern = in + "/kawan-bench-XXXXXX";
    if (::mkdtemp(pattern.data()) == nullptr) give_up("no folder can be made in " + in);
    path_ = pattern;
}

ScratchFolder::~ScratchFolder() {
    std::error_code ignored;
    std::filesystem::remove_all(path_, ignored);
}

void give_up(const std::string& what) {
    std::fprintf(stderr, "kawan-bench: %s\n", what.c_str());
    std::exit(1);
}

void skip(const std::string& figure, const std::string& why) {
    std::fprintf(stderr, "kawan-bench: %s is skipped: %s\n", figure.c_str(), why.c_str());
}

}  // namespace figures
