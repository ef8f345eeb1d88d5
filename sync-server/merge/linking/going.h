// Long comparing that can be left: whoever waits for it is asked every few milliseconds whether to
// go on, and told how much is done. Once it said no, it stays left.
#pragma once

#include <algorithm>
#include <cstddef>
#include <functional>
#include <iterator>
#include <utility>
#include <vector>

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
        last_ = 0;
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
    // Between two larger things.
    bool still() { return ask(last_); }
    bool is_left() const { return is_left_; }

private:
    static constexpr std::size_t kStride = 512;

    bool ask(double part) {
        last_ = part;
        if (ask_ && !is_left_) is_left_ = !ask_(from_ + part * (to_ - from_));
        return !is_left_;
    }

    GoOn ask_;
    double from_ = 0, to_ = 1, last_ = 0;
    std::pair<double, double> whole_{0, 1};
    bool is_left_ = false;
};

// std::sort that can be left: pieces of it, then pieces merged. In no order if it was left.
template <typename Item, typename Less>
void sort_going(std::vector<Item>& items, Less less, Going& going) {
    constexpr std::ptrdiff_t kPiece = 500'000;  // some 50 ms
    const std::ptrdiff_t size = std::ssize(items);
    const auto at = [&](std::ptrdiff_t place) { return items.begin() + std::min(place, size); };
    for (std::ptrdiff_t from = 0; from < size && going.still(); from += kPiece) {
        std::sort(at(from), at(from + kPiece), less);
    }
    for (std::ptrdiff_t width = kPiece; width < size; width *= 2) {
        for (std::ptrdiff_t from = 0; from + width < size && going.still(); from += 2 * width) {
            std::inplace_merge(at(from), at(from + width), at(from + 2 * width), less);
        }
    }
}

}  // namespace linking
