// Long comparing that can be left: whoever waits for it is asked every few milliseconds whether to
// go on, and told how much is done. Once it said no, it stays left.
#pragma once

#include <cstddef>
#include <functional>
#include <utility>

namespace linking {

// With the part that is done, 0 to 1; false leaves the work.
using GoOn = std::function<bool(double part)>;

class Going {
public:
    explicit Going(GoOn ask = {}) : ask_(std::move(ask)) {}

    // From here on `done of all` means this part of the whole.
    void begin(double from, double to) {
        from_ = from;
        to_ = to;
    }
    // The same for one of several rounds of that part.
    void begin_round(int round, int rounds) {
        if (round == 0) whole_ = {from_, to_};
        const double each = (whole_.second - whole_.first) / rounds;
        begin(whole_.first + round * each, whole_.first + (round + 1) * each);
    }
    // To be called for each small thing that is done; asks at every few hundredth.
    bool on(std::size_t done, std::size_t all) {
        if (done % kStride != 0) return !is_left_;
        return ask(all == 0 ? 1 : static_cast<double>(done) / static_cast<double>(all));
    }
    bool is_left() const { return is_left_; }

private:
    static constexpr std::size_t kStride = 512;

    bool ask(double part) {
        if (ask_ && !is_left_) is_left_ = !ask_(from_ + part * (to_ - from_));
        return !is_left_;
    }

    GoOn ask_;
    double from_ = 0, to_ = 1;
    std::pair<double, double> whole_{0, 1};
    bool is_left_ = false;
};

}  // namespace linking
