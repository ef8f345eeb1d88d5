#include "client/store/comparing.h"

#include "client/store/confirmed.h"
#include "client/store/turning.h"
#include "shared/protocol/enrolment.h"

namespace store {

Result<std::string> ask_of(Store& store, const Progress& progress) {
    TRY_LET(reached, cursors(store));
    const std::string ask =
        protocol::ask_of(progress.incarnation, progress.acknowledged, progress.outcomes, reached);
    TRY_LET(step, turn_step(store));
    return step.empty() ? ask : records::chain_hash(ask, 0, step);
}

Result<std::optional<std::set<std::string>>> units_in_scope(Store& store) {
    TRY_LET(identity, store.identity());
    const auto config = protocol::parse_config(identity.config);
    if (identity.config.empty() || !config.ok()) return std::optional<std::set<std::string>>();
    std::set<std::string> units;
    for (const protocol::Unit& unit : config.value().units) units.insert(unit.code);
    return std::optional(std::move(units));
}

Result<std::map<std::string, records::Agreement>> agreements_in_scope(Store& store) {
    TRY_LET(identity, store.identity());
    TRY_LET(config, protocol::parse_config(identity.config));
    TRY_LET(all, agreements(store));
    std::map<std::string, records::Agreement> found;
    for (const protocol::Unit& unit : config.units) found[unit.code] = all[unit.code];
    return found;
}

Status mark_differing(Store& store, const std::map<std::string, records::Agreement>& theirs) {
    TRY_LET(ours, agreements(store));
    for (const auto& [unit, agreement] : theirs) {
        const bool differs = ours[unit] != agreement;
        TRY_LET(statement,
                store.connection().prepare("UPDATE unit_state SET differs = $2 WHERE unit = $1"));
        TRY(statement.bind(1, unit).bind(2, differs ? 1 : 0).run());
    }
    return base::Done{};
}

Result<std::vector<std::string>> bucket_sums(Store& store, std::string_view unit) {
    std::vector<records::Agreement> sums(records::kBuckets);
    TRY_LET(statement, store.connection().prepare("SELECT id, epoch, counter, confirmed FROM "
                                                  "record WHERE unit = $1 AND confirmed IS NOT "
                                                  "NULL"));
    statement.bind(1, unit);
    for (;;) {
        TRY_LET(has_row, statement.step());
        if (!has_row) break;
        const std::string id = statement.text(0);
        sums[static_cast<std::size_t>(records::bucket_of(id))].add(
            records::row_hash(id, {statement.number(1), statement.number(2)}, statement.text(3)));
    }
    std::vector<std::string> texts;
    for (const records::Agreement& sum : sums) texts.push_back(records::hash_text(sum.hash));
    return texts;
}

Result<std::vector<std::string>> differing_units(Store& store) {
    TRY_LET(statement, store.connection().prepare("SELECT unit FROM unit_state WHERE differs = 1 "
                                                  "ORDER BY unit"));
    std::vector<std::string> found;
    for (;;) {
        TRY_LET(has_row, statement.step());
        if (!has_row) return found;
        found.push_back(statement.text(0));
    }
}

Result<protocol::Cursors> cursors(Store& store) {
    TRY_LET(units, units_in_scope(store));
    TRY_LET(statement,
            store.connection().prepare("SELECT unit, cursor FROM unit_state ORDER BY unit"));
    protocol::Cursors found;
    for (;;) {
        TRY_LET(has_row, statement.step());
        if (!has_row) return found;
        const std::string unit = statement.text(0);
        if (!units || units->count(unit) != 0) found[unit] = statement.number(1);
    }
}

}  // namespace store
