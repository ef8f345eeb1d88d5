#include "sync-server/console/pages/families/pair_place.h"

#include "shared/base/json.h"
#include "sync-server/accept/change/aliases.h"
#include "sync-server/console/pages/families/pairs.h"
#include "sync-server/console/words/words.h"

#include <algorithm>

namespace console {

using html::all;
using html::tag;

namespace {

std::optional<std::int64_t> place_to_go_on(const Visit& visit) {
    const auto after = base::json::integer_of(visit.value(kAfter));
    return after && *after >= 0 ? after : std::nullopt;
}

// Of two children: the pair of their mothers, if it waits, too.
Result<Html> mothers_first(const Visit& visit, const joining::Preview& preview) {
    const auto mother_of = [&](const records::Record& child) {
        return accept::canonical(visit.connection, child.fields.text("mother_person_id"));
    };
    if (preview.winner.type != "person") return Html();
    TRY_LET(one, mother_of(preview.winner));
    TRY_LET(other, mother_of(preview.loser));
    TRY_LET(row, open_pair(visit.connection, one, other));
    if (!row) return Html();
    return note(Tone::Info, all(tr("Their mothers look like one, too: decide about these first."),
                                " ", link(address_of_pair(row->a, row->b), tr("To the mothers"))));
}

}  // namespace

std::int64_t next_place(const Visit& visit, std::optional<std::int64_t> before) {
    const auto after = place_to_go_on(visit);
    if (!after) return before.value_or(0);
    const bool stood_earlier = before && *before < *after;
    return *after - (stood_earlier ? 1 : 0);
}

Result<std::optional<std::int64_t>> before_pair(const Visit& visit) {
    TRY_LET(row, open_pair(visit.connection, visit.in_path("a"), visit.in_path("b")));
    if (!row) return std::optional<std::int64_t>();
    TRY_LET(before, server_store::candidates_before(visit.connection, *row));
    return std::optional(before);
}

bool are_joined(const joining::Preview& preview) {
    return preview.winner.fields.text("merged_into") == preview.loser.id.text() ||
           preview.loser.fields.text("merged_into") == preview.winner.id.text();
}

namespace {

// Why it has no place in the list. Whoever came from the list, as comparing let it go meanwhile,
// would else think that she did something wrong.
Result<const char*> why_it_waits_no_more(const Visit& visit, const joining::Preview& preview) {
    const std::string& one = preview.winner.id.text();
    const std::string& other = preview.loser.id.text();
    if (are_joined(preview)) return tr("These two are joined already: nothing waits here.");
    TRY_LET(row, server_store::find_candidate(visit.connection, std::min(one, other),
                                              std::max(one, other)));
    if (row && row->state == "dismissed") {
        return tr("These two were told apart before: no duplicate. You can decide anew here.");
    }
    return tr(
        "These two wait no more: compared again after what was decided or written since, "
        "they look alike too little for the list. You need not decide anything here; if "
        "you know better, you still can.");
}

}  // namespace

Result<Html> out_of_the_list(const Visit& visit, const joining::Preview& preview) {
    TRY_LET(why, why_it_waits_no_more(visit, preview));
    TRY_LET(next, next_of(visit.connection, pairs_to_decide(), next_place(visit, std::nullopt)));
    const bool has_next = next != pairs_to_decide().path;
    const Html way = has_next ? button_link(next, tr("On to the next pair"), Button::Main)
                              : Html(tr("No other one waits."));
    return all(note(Tone::Info, why), tag("p", way),
               tag("p", link("/duplicates", tr("The whole list"))));
}

Result<Html> place_of_pair(const Visit& visit, const joining::Preview& preview) {
    TRY_LET(before, before_pair(visit));
    const auto after = place_to_go_on(visit);
    if (before && after) return place_between(visit, pairs_to_decide(), *before, *after);
    if (!before) return out_of_the_list(visit, preview);
    TRY_LET(place, place_in(visit, pairs_to_decide(), *before));
    TRY_LET(mothers, mothers_first(visit, preview));
    return all(place, mothers);
}

}  // namespace console
