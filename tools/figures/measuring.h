// What every measurement needs: a stopwatch, medians, a folder that goes away.
#pragma once

#include "shared/base/result.h"

#include <chrono>
#include <cstdio>
#include <string>
#include <vector>

namespace figures {

class Stopwatch {
public:
    double seconds() const { return std::chrono::duration<double>(Clock::now() - start_).count(); }
    double ms() const { return seconds() * 1000; }

private:
    using Clock = std::chrono::steady_clock;
    Clock::time_point start_ = Clock::now();
};

// Of this thread alone, in ms: what is left to say on a machine that others use too.
double processor_ms();

// The value below which the fraction `part` of all lies; 0.5 is the median.
double quantile(std::vector<double> values, double part);
inline double median(std::vector<double> values) {
    return quantile(std::move(values), 0.5);
}

// How long `work` takes in ms: the median of `runs`.
template <typename Work>
double median_ms(int runs, Work work) {
    std::vector<double> times;
    for (int i = 0; i < runs; ++i) {
        const Stopwatch watch;
        work();
        times.push_back(watch.ms());
    }
    return median(std::move(times));
}

class ScratchFolder {
public:
    explicit ScratchFolder(const std::string& in);
    ~ScratchFolder();
    ScratchFolder(const ScratchFolder&) = delete;
    ScratchFolder& operator=(const ScratchFolder&) = delete;
    const std::string& path() const { return path_; }

private:
    std::string path_;
};

// A measurement has no way to go on after a failure: it says what failed and ends the program.
[[noreturn]] void give_up(const std::string& what);
template <typename T>
T must(base::Result<T> result) {
    if (!result.ok()) give_up(result.error().message);
    return std::move(result).value();
}

void skip(const std::string& figure, const std::string& why);  // says so on stderr

}  // namespace figures
