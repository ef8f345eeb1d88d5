// Many compared pairs, held tightly.
#pragma once

#include "sync-server/merge/linking/levels.h"

#include <cstdint>
#include <span>
#include <vector>

namespace linking {

class Pairs {
public:
    explicit Pairs(std::size_t columns) : columns_(columns) {}

    void add(std::uint32_t a, std::uint32_t b, const Compared& compared) {
        a_.push_back(a);
        b_.push_back(b);
        for (std::size_t i = 0; i < columns_; ++i) {
            levels_.push_back(compared.level[i]);
            const float steps = compared.rarity[i] * kSteps;
            rarities_.push_back(static_cast<std::uint8_t>(steps < 0     ? 0
                                                          : steps > 255 ? 255
                                                                        : steps));
        }
    }
    std::size_t size() const { return a_.size(); }
    std::size_t columns() const { return columns_; }
    std::uint32_t a(std::size_t pair) const { return a_[pair]; }
    std::uint32_t b(std::size_t pair) const { return b_[pair]; }
    const std::uint8_t* levels(std::size_t pair) const { return &levels_[pair * columns_]; }
    double rarity(std::size_t pair, std::size_t column) const {
        return rarities_[pair * columns_ + column] / double{kSteps};
    }

private:
    static constexpr float kSteps = 16;
    std::size_t columns_;
    std::vector<std::uint32_t> a_, b_;
    std::vector<std::uint8_t> levels_, rarities_;
};

}  // namespace linking
