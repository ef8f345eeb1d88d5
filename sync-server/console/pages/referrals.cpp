#include "sync-server/console/pages/referrals.h"

#include "shared/base/json.h"
#include "sync-server/console/parts.h"
#include "sync-server/console/records/record_words.h"
#include "sync-server/console/words/words.h"
#include "sync-server/store/kept.h"
#include "sync-server/store/records.h"

#include <algorithm>
#include <map>

namespace console {

using html::all;
using html::tag;
using server_store::OpenReferral;

namespace {

int weight(const OpenReferral& each) {
    if (each.urgency == "MERAH_SEKARANG") return 0;
    return each.urgency == "MERAH_HARI_INI" ? 1 : 2;
}

// Those who must be seen at once first, then the oldest.
Result<std::vector<OpenReferral>> of_hers(const Visit& visit) {
    TRY_LET(all_open, server_store::open_referrals(visit.connection));
    std::vector<OpenReferral> found;
    for (OpenReferral& each : all_open) {
        if (visit.may_in(Action::SeePersons, each.unit)) found.push_back(std::move(each));
    }
    std::stable_sort(found.begin(), found.end(), [](const OpenReferral& a, const OpenReferral& b) {
        return weight(a) < weight(b);
    });
    return found;
}

Html coded(const Visit& visit, const std::string& field, const std::string& code) {
    const std::string token = base::json::quoted(code);
    return value_words(visit, "referral", field, &token);
}

// Until somebody was told it is the cadre's to tell; from then on the one who was told.
Html who_acts(const Visit& visit, const OpenReferral& each) {
    if (each.told.empty()) return badge(Tone::Warn, tr("the cadre: nobody was told yet"));
    return all(coded(visit, "notified_role", each.told), ": ", tr("ask what came of it"));
}

Answer show(const Visit& visit) {
    TRY_LET(found, of_hers(visit));
    Table list;
    list.caption = tr("Referrals without an answer");
    list.columns = {tr("Who"),   tr("Posyandu"),     tr("How urgent"),
                    tr("Since"), tr("Who must act"), tr("Referral")};
    list.empty_text = tr("Every referral has its answer.");
    std::map<std::string, std::string> names;  // of posyandu, read once each
    const auto first = static_cast<std::size_t>(page_number(visit)) * kRowsOnPage;
    for (std::size_t i = first; i < found.size() && i < first + kRowsOnPage; ++i) {
        const OpenReferral& each = found[i];
        TRY_LET(stored, server_store::find_record(visit.connection, each.id));
        if (!stored) continue;
        TRY_LET(whom, about(visit, stored->record));
        std::string& name = names[each.unit];
        if (name.empty()) name = unit_words(visit, each.unit);
        const auto day = base::local_date_of(each.raised_at);
        list.rows.push_back({whom.words, html::name(name), coded(visit, "urgency", each.urgency),
                             day ? words::short_date(*day, tongue()) : std::string("–"),
                             who_acts(visit, each),
                             tag("a", {{"href", "/figures/record/" + each.id}}, tr("Open it"))});
    }
    TRY(visit.looked_at("see_referrals", ""));
    return page(visit, tr("Referrals"),
                all(paragraph(tr("What came of a referral is written on the cadre's laptop, or by "
                                 "the midwife who saw the mother or baby.")),
                    table(list), pager(visit, found.size() > first + kRowsOnPage)));
}

}  // namespace

Result<std::int64_t> referrals_without_answer(const Visit& visit) {
    TRY_LET(found, of_hers(visit));
    return static_cast<std::int64_t>(found.size());
}

Routes referral_routes() {
    return {{"GET", "/referrals", Action::SeePersons, show}};
}

}  // namespace console
