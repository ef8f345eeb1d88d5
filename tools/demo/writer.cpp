#include "tools/demo/writer.h"

#include "shared/base/csv.h"
#include "shared/base/file.h"
#include "shared/base/json.h"
#include "shared/base/text.h"
#include "tools/demo/names.h"

#include <filesystem>
#include <set>

namespace demo {

using base::csv::line;

namespace {

namespace fs = std::filesystem;

std::string file_of(const User& user) {
    return slug(user.name) + ".ndjson";
}

base::Status refuse_others(const Centre& centre, const std::string& folder) {
    std::set<std::string> own;
    for (const User& user : centre.places.users) own.insert(file_of(user));
    std::error_code failed;
    for (fs::directory_iterator at(folder, failed), end; !failed && at != end;
         at.increment(failed)) {
        const fs::path& path = at->path();
        if (path.extension() != ".ndjson" || own.contains(path.filename().string())) continue;
        return base::Error{base::ErrorCode::Refused,
                           folder + " holds another health centre; nothing was written"};
    }
    return base::Done{};
}

}  // namespace

std::string line_json(const Line& one) {
    return base::json::Writer()
        .add("type", one.type)
        .add("id", one.id)
        .add("unit", one.unit)
        .add_token("fields", one.fields.to_json())
        .text();
}

std::string units_csv(const Centre& centre) {
    std::string text = line({"code", "name", "village", "village_code"});
    for (const Unit& unit : centre.places.units) {
        text += line({unit.code, unit.name, unit.village, unit.village_code});
    }
    return text;
}

std::string users_csv(const Centre& centre) {
    std::string text = line({"name", "role", "units"});
    for (const User& user : centre.places.users) {
        text += line({user.name, user.role, base::joined(user.units, " ")});
    }
    return text;
}

std::string duplicates_csv(const Centre& centre) {
    std::string text = line({"id_a", "id_b", "kind", "type"});
    for (const DuplicatePair& pair : centre.truth.pairs) {
        text += line({pair.id_a, pair.id_b, pair.kind, pair.type});
    }
    return text;
}

std::string expected_csv(const Centre& centre) {
    std::string text = line({"village_code", "month", "measure", "recorded", "real"});
    for (const auto& [key, count] : centre.truth.counts) {
        const auto& [village, month, measure] = key;
        text += line(
            {village, month, measure, std::to_string(count.recorded), std::to_string(count.real)});
    }
    return text;
}

base::Status write_centre(const Centre& centre, const std::string& folder) {
    TRY(refuse_others(centre, folder));
    TRY(base::make_directory(folder));
    TRY(base::make_directory(folder + "/truth"));
    TRY(base::replace_file(folder + "/units.csv", units_csv(centre)));
    TRY(base::replace_file(folder + "/users.csv", users_csv(centre)));
    TRY(base::replace_file(folder + "/truth/duplicates.csv", duplicates_csv(centre)));
    TRY(base::replace_file(folder + "/truth/expected.csv", expected_csv(centre)));
    auto next = centre.lines.begin();
    for (std::size_t user = 0; user < centre.places.users.size(); ++user) {
        const User& who = centre.places.users[user];
        if (who.role != "KADER") continue;
        std::string text;
        for (; next != centre.lines.end() && next->writer == user; ++next) {
            text += line_json(*next) + "\n";
        }
        TRY(base::replace_file(folder + "/" + file_of(who), text));
    }
    CHECK(next == centre.lines.end());
    return base::Done{};
}

}  // namespace demo
