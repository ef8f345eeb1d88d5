#include "sync-server/merge/linking/evaluate.h"

#include "sync-server/merge/linking/column_map.h"
#include "sync-server/merge/linking/linking.h"
#include "sync-server/merge/linking/rivals.h"
#include "sync-server/merge/linking/together.h"

#include <algorithm>
#include <array>
#include <cstdio>
#include <unordered_map>

namespace linking {

using base::Error;
using base::ErrorCode;
using base::Result;

namespace {

constexpr double kHardlyProbable = 0.001;
// Titles alone do not tell how many true pairs there are. By experience so many of a list's records
// stand in the other list too, or twice in the one; of all pairs, half are across two lists.
constexpr double kPartners = 0.5, kTwice = 0.1;

base::Status check_ids(const RecordFile& file, std::size_t id) {
    std::unordered_map<std::string, std::size_t> seen;
    for (std::size_t row = 0; row < file.rows.size(); ++row) {
        const std::string line = std::to_string(file.lines[row]);
        if (file.rows[row][id].empty()) {
            return Error{ErrorCode::Malformed, "the record in line " + line + " has no id"};
        }
        const auto [first, is_new] = seen.try_emplace(file.rows[row][id], file.lines[row]);
        if (is_new) continue;
        return Error{ErrorCode::Malformed, "the id in line " + line + " stands in line " +
                                               std::to_string(first->second) +
                                               " already; ids must differ"};
    }
    return base::Done{};
}

// An id is given back as it came: another program looks it up.
std::string cell_of(const std::string& id) {
    if (id.find_first_of(",\"\r\n;") == id.npos) return id;
    std::string quoted(1, '"');
    for (const char c : id) {
        if (c == '"') quoted += '"';
        quoted += c;
    }
    return quoted + '"';
}

}  // namespace

Result<Evaluated> evaluate(std::string_view records_csv, std::string_view map_json,
                           double threshold) {
    TRY_LET(file, read_records(records_csv));
    TRY_LET(map, read_map(map_json, file));
    TRY(check_ids(file, map.id));
    if (has_title(map.schema)) {
        const double share = map.source ? kPartners : kTwice;
        map.schema.true_pairs_known = share * static_cast<double>(file.rows.size());
    }
    Table table(map.schema);
    for (const auto& row : file.rows) table.add(cells_of(map, row));
    table.finish();
    Evaluated evaluated;
    evaluated.records = file.rows.size();
    const auto are_of_one_source = [&](std::uint32_t a, std::uint32_t b) {
        return map.source && file.rows[a][*map.source] == file.rows[b][*map.source];
    };
    const Adjust only_across = [&](std::uint32_t a, std::uint32_t b, Compared&) {
        return !are_of_one_source(a, b);
    };
    Linked linked =
        link(table, std::min(threshold, kHardlyProbable), {}, map.source ? only_across : Adjust{});
    if (map.source && has_title(map.schema)) {
        linked.links = beside_rivals(std::move(linked.links));
    }
    for (const Link& each : held_together(table, linked.weights, std::move(linked.links))) {
        if (each.probability < threshold || are_of_one_source(each.a, each.b)) continue;
        evaluated.pairs.push_back(
            {file.rows[each.a][map.id], file.rows[each.b][map.id], each.probability});
    }
    return evaluated;
}

std::string to_csv(const std::vector<ScoredPair>& pairs) {
    std::string text = "id_a,id_b,score\r\n";
    for (const ScoredPair& each : pairs) {
        std::array<char, 16> score{};
        std::snprintf(score.data(), score.size(), "%.6f", each.score);
        text += cell_of(each.id_a) + "," + cell_of(each.id_b) + "," + score.data() + "\r\n";
    }
    return text;
}

}  // namespace linking
