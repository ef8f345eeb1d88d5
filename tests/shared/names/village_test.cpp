// Likeness over the names of a made-up district: what a threshold finds and what it lets through.
#include "shared/names/likeness.h"
#include "tools/demo/dice.h"
#include "tools/demo/names.h"

#include <doctest/doctest.h>

#include <functional>
#include <string>
#include <vector>

namespace {

constexpr int kNames = 300;
constexpr std::uint64_t kSeed = 7;

using Rewriting = std::function<std::string(demo::Dice&, const std::string&)>;

double share_found(const Rewriting& written_again) {
    demo::Dice dice(kSeed);
    int found = 0;
    for (int i = 0; i < kNames; ++i) {
        const std::string name = demo::make_name(dice, 'P', demo::Generation::Parent);
        if (names::likeness(name, written_again(dice, name)) >= names::kSimilarName) ++found;
    }
    return static_cast<double>(found) / kNames;
}

}  // namespace

TEST_CASE("nearly every name in old spelling, and most with a typing error, are found similar") {
    CHECK(share_found([](demo::Dice&, const std::string& name) {
              return demo::in_old_spelling(name);
          }) >= 0.98);
    CHECK(share_found(demo::with_typing_error) >= 0.85);
}

TEST_CASE("of the pairs of different names one in four hundred is called similar at most") {
    demo::Dice dice(kSeed);
    std::vector<names::Name> all;
    std::vector<std::string> keys;
    for (int i = 0; i < kNames; ++i) {
        all.push_back(names::take_apart(demo::make_name(dice, 'P', demo::Generation::Parent)));
        keys.push_back(names::key(all.back()));
    }
    int pairs = 0;
    int similar = 0;
    for (std::size_t i = 0; i < all.size(); ++i) {
        for (std::size_t j = i + 1; j < all.size(); ++j) {
            if (keys[i] == keys[j]) continue;
            ++pairs;
            if (names::likeness(all[i], all[j]) >= names::kSimilarName) ++similar;
        }
    }
    CHECK(similar > 0);
    CHECK(static_cast<double>(similar) / pairs < 1.0 / 400);
}
