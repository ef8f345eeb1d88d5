#include "sync-server/merge/linking/together.h"

#include <algorithm>
#include <cmath>
#include <unordered_map>
#include <utility>

namespace linking {

namespace {

constexpr int kRounds = 3;                // so far apart may two records of one person be
constexpr double kFollowsFrom = 0.5;      // only from pairs that are more probably one than two
constexpr std::size_t kFriendsMost = 24;  // of one record
// Friends are asked about pairs that are neither hopeless nor sure. They tell partly the same as
// the two themselves, so what they say counts a third.
constexpr double kDoubtfulFrom = 0.02, kDoubtfulTo = 0.9999, kFriendsSay = 1.0 / 3;
constexpr double kSureFriend = 0.95, kNobodySays = 99;
constexpr std::size_t kHeardMost = 5;

double odds_of(double probability) {
    const double p = std::clamp(probability, 1e-12, 1 - 1e-12);
    return std::log(p / (1 - p));
}

class Holding {
public:
    Holding(Table& table, const Weights& weights, std::vector<Link> links)
        : comparer_(table), weights_(weights), links_(std::move(links)), friends_(table.size()) {
        for (std::size_t i = 0; i < links_.size(); ++i) {
            known_[key_of(links_[i].a, links_[i].b)] = i;
            direct_.push_back(odds_of(links_[i].probability));
        }
    }

    std::vector<Link> held() {
        for (int round = 0; round < kRounds; ++round) {
            find_friends();
            if (!draw_together()) break;
        }
        find_friends();
        hear_friends();
        return std::move(links_);
    }

private:
    struct Friend {
        std::uint32_t row = 0;
        double probability = 0;
    };

    static std::uint64_t key_of(std::uint32_t a, std::uint32_t b) {
        return static_cast<std::uint64_t>(std::min(a, b)) << 32 | std::max(a, b);
    }

    void find_friends() {
        for (auto& each : friends_) each.clear();
        for (const Link& link : links_) {
            if (link.probability < kFollowsFrom) continue;
            friends_[link.a].push_back({link.b, link.probability});
            friends_[link.b].push_back({link.a, link.probability});
        }
        for (auto& each : friends_) {
            std::sort(each.begin(), each.end(), [](const Friend& x, const Friend& y) {
                return x.probability != y.probability ? x.probability > y.probability
                                                      : x.row < y.row;
            });
            if (each.size() > kFriendsMost) each.resize(kFriendsMost);
        }
    }

    // What the two's surest friends say of each other: somebody whose friends are less like those
    // of the other than the two themselves is like one of them by chance.
    void hear_friends() {
        std::vector<double> heard;
        for (std::size_t i = 0; i < links_.size(); ++i) {
            const Link& link = links_[i];
            heard.push_back(link.probability);
            if (link.probability < kDoubtfulFrom || link.probability > kDoubtfulTo) continue;
            const double less = evidence_of_friends(link) - evidence(direct_[i]);
            heard[i] = probability(odds_of(link.probability) + kFriendsSay * std::min(0.0, less));
        }
        for (std::size_t i = 0; i < heard.size(); ++i) links_[i].probability = heard[i];
    }

    // Log odds beyond those of any two records.
    double evidence(double direct) const {
        return std::clamp(direct - weights_.prior(), -10.0, 20.0);
    }

    // Not kept: there are many, most of them hopeless.
    double direct_odds(std::uint32_t a, std::uint32_t b) {
        const auto found = known_.find(key_of(a, b));
        if (found != known_.end()) return direct_[found->second];
        Pairs one(weights_.of_true().columns());
        one.add(std::min(a, b), std::max(a, b), comparer_.compare(std::min(a, b), std::max(a, b)));
        return weights_.log_odds(one, 0);
    }

    // The mean of all pairs between them; of none, nothing against.
    double evidence_of_friends(const Link& link) {
        double sum = 0, count = 0;
        for (const std::uint32_t a : sure_friends(link.a)) {
            for (const std::uint32_t b : sure_friends(link.b)) {
                if (a == b || (a == link.a && b == link.b)) continue;
                sum += evidence(direct_odds(a, b));
                count += 1;
            }
        }
        return count == 0 ? kNobodySays : sum / count;
    }

    // With the row itself, which comes first.
    std::vector<std::uint32_t> sure_friends(std::uint32_t row) const {
        std::vector<std::uint32_t> rows = {row};
        for (const Friend& each : friends_[row]) {
            if (each.probability < kSureFriend || rows.size() > kHeardMost) break;
            rows.push_back(each.row);
        }
        return rows;
    }

    // By what was known before this round, so that the order of the records is nothing to it.
    bool draw_together() {
        std::vector<std::pair<std::size_t, double>> lifted;
        for (const auto& each : friends_) {
            for (std::size_t i = 0; i < each.size(); ++i) {
                for (std::size_t j = i + 1; j < each.size(); ++j) {
                    const double follows = each[i].probability * each[j].probability;
                    if (follows < kFollowsFrom) break;
                    const std::size_t pair = pair_of(each[i].row, each[j].row);
                    if (links_[pair].probability < follows) lifted.emplace_back(pair, follows);
                }
            }
        }
        bool has_lifted = false;
        for (const auto& [pair, follows] : lifted) {
            // Who is known to agree in less than chance would give contradicts it.
            if (direct_[pair] < weights_.prior()) continue;
            const double lifted_to = probability((direct_[pair] + odds_of(follows)) / 2);
            if (links_[pair].probability >= lifted_to) continue;
            links_[pair].probability = lifted_to;
            has_lifted = true;
        }
        return has_lifted;
    }

    std::size_t pair_of(std::uint32_t a, std::uint32_t b) {
        const auto [found, is_new] = known_.try_emplace(key_of(a, b), links_.size());
        if (!is_new) return found->second;
        Pairs one(weights_.of_true().columns());
        const Compared compared = comparer_.compare(std::min(a, b), std::max(a, b));
        one.add(std::min(a, b), std::max(a, b), compared);
        const double p = probability(weights_.log_odds(one, 0));
        links_.push_back({std::min(a, b), std::max(a, b), p, compared.level});
        direct_.push_back(odds_of(p));
        return found->second;
    }

    Comparer comparer_;
    const Weights& weights_;
    std::vector<Link> links_;
    std::vector<double> direct_;  // log odds by what the two say themselves
    std::vector<std::vector<Friend>> friends_;
    std::unordered_map<std::uint64_t, std::size_t> known_;
};

}  // namespace

std::vector<Link> held_together(Table& table, const Weights& weights, std::vector<Link> links) {
    std::vector<Link> held = Holding(table, weights, std::move(links)).held();
    sort_best_first(held);
    return held;
}

}  // namespace linking
