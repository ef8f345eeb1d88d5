#include "client/screens/registering/likenesses.h"

#include "client/screens/frame/names.h"
#include "client/ui/words/dates.h"
#include "client/ui/words/words.h"
#include "shared/base/text.h"

#include <algorithm>

namespace screens {

using words::tr;

namespace {

constexpr std::size_t kShownMax = 4;

const std::string& id_of(const LookAlike& like) {
    return like.person.empty() ? like.family : like.person;
}

const char* word_of(LikeReason reason) {
    switch (reason) {
        case LikeReason::SameNik:
            return words::later("same NIK");
        case LikeReason::SameName:
            return words::later("the name sounds the same");
        case LikeReason::SimilarName:
            return words::later("the name is similar");
        case LikeReason::SameHusband:
            return words::later("same head of the family");
        case LikeReason::SameBirthDate:
            return words::later("same date of birth");
        case LikeReason::SwappedDayMonth:
            return words::later("day and month of birth swapped");
        case LikeReason::NearBirthDate:
            return words::later("date of birth close by");
        case LikeReason::SamePhone:
            return words::later("same phone number");
        case LikeReason::SameRt:
            return words::later("same RT");
    }
    return "";
}

}  // namespace

void Likenesses::look(const std::vector<Pair>& pairs) {
    std::string asked;
    for (const auto& [household, person] : pairs) asked += household.to_json() + person.to_json();
    if (asked == asked_for_) return;
    asked_for_ = asked;
    all_.clear();
    for (const auto& [household, person] : pairs) {
        for (LookAlike& like : ports_.families.look_alikes(household, person)) {
            const bool is_known = std::any_of(all_.begin(), all_.end(), [&](const LookAlike& each) {
                return each.family == like.family;
            });
            if (!is_known) all_.push_back(std::move(like));
        }
    }
    std::stable_sort(all_.begin(), all_.end(), [](const LookAlike& a, const LookAlike& b) {
        return a.is_likely > b.is_likely || (a.is_likely == b.is_likely && a.score > b.score);
    });
    if (all_.size() > kShownMax) all_.resize(kShownMax);
}

bool Likenesses::is_told_apart() const {
    return !all_.empty() && std::all_of(all_.begin(), all_.end(), [&](const LookAlike& like) {
        return apart_.contains(id_of(like));
    });
}

void Likenesses::tick() {
    const bool was = is_told_apart();
    for (const LookAlike& like : all_) {
        if (was) {
            apart_.erase(id_of(like));
        } else {
            apart_.insert(id_of(like));
        }
    }
}

std::string Likenesses::told_apart() const {
    return base::joined({apart_.begin(), apart_.end()}, " ");
}

void Likenesses::restore(const std::string& told_apart) {
    for (std::string& id : base::split(told_apart, ' ')) {
        if (!id.empty()) apart_.insert(std::move(id));
    }
}

// As other people read it, whatever the language of this laptop; ids, no names.
std::string Likenesses::reason() const {
    std::vector<std::string> ids;
    for (const LookAlike& like : all_) {
        if (apart_.contains(id_of(like))) ids.push_back(id_of(like));
    }
    return ids.empty() ? std::string() : "bukan data ganda: " + base::joined(ids, ", ");
}

std::string like_name(const LookAlike& like) {
    const std::string family =
        like.family_name.empty() ? std::string() : tr("Family of {0}", {like.family_name});
    if (like.person_name.empty()) return family.empty() ? tr("Family without a name") : family;
    return family.empty() ? like.person_name : like.person_name + "  ·  " + family;
}

std::string like_place(const LookAlike& like, const Ports& ports) {
    std::vector<std::string> parts;
    const std::string place = place_text(like.rt, like.rw);
    if (!place.empty()) parts.push_back(place);
    if (like.known_since) {
        const Date day = base::date_in(*like.known_since, ports.zone());
        parts.push_back(tr("known since {0}", {words::short_date(day)}));
    }
    return base::joined(parts, "  ·  ");
}

std::string like_reasons(const LookAlike& like) {
    std::vector<std::string> reasons;
    for (const LikeReason reason : like.reasons) reasons.emplace_back(tr(word_of(reason)));
    return base::joined(reasons, ", ");
}

}  // namespace screens
