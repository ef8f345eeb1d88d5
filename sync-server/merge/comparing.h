// Profiles compared: all with each other, which teaches the weights, or one with those like it.
#pragma once

#include "sync-server/merge/people.h"
#include "sync-server/store/duplicates/candidates.h"

#include <optional>
#include <string>
#include <vector>

namespace merge {

// What was learned of a circle, to be kept between programs: weights, and which words and values
// are common.
struct Learned {
    std::string text;
    std::int64_t profiles = 0;  // of how many it was learned
};
std::int64_t profiles_learned_from(const std::string& text);

// Pairs that are worth a person's look, best first. Learns on the way.
struct Compared {
    std::vector<server_store::CandidateRow> candidates;  // without found_at
    Learned learned;
};
// Absent: it was left (linking/going.h).
std::optional<Compared> compare_all(const std::vector<Profile>& profiles, Circle circle,
                                    const linking::GoOn& go_on);

// The first one with each of the others. Refuses what was not learned by this program.
base::Result<std::vector<server_store::CandidateRow>> compare_first(
    const std::vector<Profile>& profiles, Circle circle, const std::string& learned);

// Any two, however unlike; absent if they are never one. a's id is the lesser.
base::Result<std::optional<server_store::CandidateRow>> compare_pair(const Profile& a,
                                                                     const Profile& b,
                                                                     Circle circle,
                                                                     const std::string& learned);

}  // namespace merge
