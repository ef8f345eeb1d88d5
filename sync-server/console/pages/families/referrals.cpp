#include "sync-server/console/pages/families/referrals.h"

#include "shared/base/json.h"
#include "sync-server/console/parts.h"
#include "sync-server/console/records/record_words.h"
#include "sync-server/console/words/words.h"
#include "sync-server/store/changes/waiting_lists.h"
#include "sync-server/store/records/records.h"

#include <map>

namespace console {

using html::all;
using html::tag;
using server_store::OpenReferral;

namespace {

Result<server_store::WaitingFilter> of_hers(const Visit& visit) {
    server_store::WaitingFilter filter;
    if (reach(visit.who.role, Action::SeePersons) == Reach::Centre) return filter;
    TRY_LET(units, visit.units_for(Action::SeePersons));
    filter.units = std::move(units);
    return filter;
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
    TRY_LET(filter, of_hers(visit));
    filter.first = std::int64_t{page_number(visit)} * kRowsOnPage;
    filter.count = kRowsOnPage + 1;
    TRY_LET(found, server_store::referrals_page(visit.connection, filter));
    const bool has_more = found.size() > kRowsOnPage;
    if (has_more) found.pop_back();
    Table list;
    list.caption = tr("Referrals without an answer");
    list.columns = {tr("Who"),   tr("Posyandu"),     tr("How urgent"),
                    tr("Since"), tr("Who must act"), tr("Referral")};
    list.empty_text = tr("Every referral has its answer.");
    std::map<std::string, std::string> names;  // of posyandu, read once each
    for (const OpenReferral& each : found) {
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
                    table(list), pager(visit, has_more)));
}

}  // namespace

Result<std::int64_t> referrals_without_answer(const Visit& visit) {
    TRY_LET(filter, of_hers(visit));
    return server_store::count_referrals(visit.connection, filter);
}

Routes referral_routes() {
    return {{"GET", "/referrals", Action::SeePersons, show}};
}

}  // namespace console
