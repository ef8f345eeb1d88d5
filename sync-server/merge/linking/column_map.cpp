#include "sync-server/merge/linking/column_map.h"

#include "sync-server/merge/linking/long_text.h"

#include "shared/base/json.h"
#include "shared/base/text.h"

#include <algorithm>
#include <array>
#include <optional>

namespace linking {

using base::Error;
using base::ErrorCode;
using base::Result;

namespace {

enum class Use { Id, Source, Language, Column, Year, Month, DayOfMonth };
struct Field {
    std::string_view name;  // the first of a row of equals is the one that --help tells
    Use use = Use::Column;
    Kind kind = Kind::Text;
    int bag = 0;
    bool is_place = false;
    bool is_joined = false;  // several columns make one value
    bool is_sex = false;
    bool is_of_family = false;
};
constexpr Field own_name(std::string_view name) {
    return {name, Use::Column, Kind::Name, 0, false, true, false, false};
}
constexpr Field name_field(std::string_view name, int bag) {
    return {name, Use::Column, Kind::Name, bag, false, true, false, true};
}
constexpr Field plain(std::string_view name, Kind kind) {
    return {name, Use::Column, kind, 0, false, false, false};
}
constexpr Field joined(std::string_view name, Kind kind) {
    return {name, Use::Column, kind, 0, false, true, false};
}
constexpr Field place(std::string_view name, Kind kind) {
    return {name, Use::Column, kind, 0, true, false, false};
}

constexpr auto kFields = std::to_array<Field>({
    {"id", Use::Id},
    {"rec_id", Use::Id},
    {"record_id", Use::Id},
    {"unique_id", Use::Id},
    {"source", Use::Source},
    {"source_dataset", Use::Source},
    {"language", Use::Language},
    name_field("name", 0),
    name_field("full_name", 0),
    name_field("nama", 0),
    own_name("given_name"),
    own_name("first_name"),
    own_name("firstname"),
    own_name("forename"),
    own_name("middle_name"),
    name_field("surname", 0),
    name_field("last_name", 0),
    name_field("lastname", 0),
    name_field("family_name", 0),
    name_field("maiden_name", 0),
    name_field("mother", 1),
    name_field("mother_name", 1),
    name_field("father", 2),
    name_field("father_name", 2),
    name_field("husband", 3),
    name_field("husband_name", 3),
    name_field("spouse", 3),
    name_field("head_name", 4),
    {"sex", Use::Column, Kind::Code, 0, false, false, true},
    {"gender", Use::Column, Kind::Code, 0, false, false, true},
    joined("birth_date", Kind::Date),
    joined("date_of_birth", Kind::Date),
    joined("dob", Kind::Date),
    joined("birthdate", Kind::Date),
    {"birth_year", Use::Year, Kind::Date},
    {"birth_month", Use::Month},
    {"birth_day", Use::DayOfMonth},
    plain("age", Kind::Age),
    plain("nik", Kind::Id),
    plain("identifier", Kind::Id),
    plain("identifiers", Kind::Id),
    plain("national_id", Kind::Id),
    plain("soc_sec_id", Kind::Id),
    plain("ssn", Kind::Id),
    plain("social_security_number", Kind::Id),
    plain("no_kk", Kind::Id),
    plain("phone", Kind::Phone),
    plain("telephone", Kind::Phone),
    plain("phone_number", Kind::Phone),
    plain("mobile", Kind::Phone),
    plain("email", Kind::Email),
    place("address", Kind::Text),
    place("address_line", Kind::Text),
    place("address_1", Kind::Text),
    place("address_2", Kind::Text),
    place("street", Kind::Text),
    place("street_name", Kind::Text),
    place("street_number", Kind::Number),
    place("house_number", Kind::Number),
    place("rt", Kind::Number),
    place("rw", Kind::Number),
    place("village", Kind::Text),
    place("suburb", Kind::Text),
    place("city", Kind::Text),
    place("town", Kind::Text),
    place("subdistrict", Kind::Text),
    place("district", Kind::Text),
    place("county", Kind::Text),
    place("postcode", Kind::Code),
    place("postal_code", Kind::Code),
    place("zip", Kind::Code),
    place("zip_code", Kind::Code),
    place("wilayah_code", Kind::Code),
    place("unit", Kind::Code),
    place("state", Kind::Code),
    place("province", Kind::Code),
    place("country", Kind::Code),
    plain("place_of_birth", Kind::Text),
    plain("birth_place", Kind::Text),
    plain("occupation", Kind::Text),
    plain("numbers", Kind::Number),
    plain("codes", Kind::Code),
    plain("other", Kind::Text),
});

const Field* find_field(std::string_view name) {
    const std::string folded = base::folded(name);
    const auto found = std::find_if(kFields.begin(), kFields.end(), [&](const Field& each) {
        return base::folded(each.name) == folded;
    });
    return found == kFields.end() ? nullptr : &*found;
}

Error no_column(const std::string& name, const RecordFile& file) {
    return {ErrorCode::Usage, "the map names the column \"" + name +
                                  "\", but the file has only: " + base::joined(file.header, ", ")};
}

std::optional<std::size_t> find_column(const std::string& name, const RecordFile& file) {
    const auto found = std::find(file.header.begin(), file.header.end(), base::trimmed(name));
    if (found == file.header.end()) return std::nullopt;
    return static_cast<std::size_t>(found - file.header.begin());
}

Error not_a_column(const std::string& field) {
    return {ErrorCode::Usage,
            "the map's \"" + field + "\" must be a column's name or a list of columns' names"};
}

Result<std::vector<std::string>> names_in(const base::json::Member& member) {
    if (auto one = base::json::string_of(member.token)) return std::vector<std::string>{*one};
    const auto list = base::json::parse_array(member.token);
    if (!list.ok()) return not_a_column(member.name);
    std::vector<std::string> names;
    for (const std::string& token : list.value()) {
        const auto name = base::json::string_of(token);
        if (!name) return not_a_column(member.name);
        names.push_back(*name);
    }
    return names;
}

class Mapping {
public:
    explicit Mapping(const RecordFile& file) : file_(file) {}

    base::Status add(const base::json::Member& member) {
        TRY_LET(names, names_in(member));
        const Field* field = find_field(member.name);
        if (field != nullptr && field->use == Use::Language) {
            const bool is_indonesian = names.size() == 1 && names[0] == "id";
            map_.schema.spelling = is_indonesian ? Spelling::Indonesian : Spelling::Any;
            return base::Done{};
        }
        if (is_turned(member.name, names)) return add(*find_field(names[0]), {member.name});
        if (field == nullptr) {
            return Error{ErrorCode::Usage, "the map names a field that is not known: \"" +
                                               member.name + "\"; see --help for those that are"};
        }
        return add(*field, names);
    }

    Result<ColumnMap> taken() {
        if (!has_id_) {
            const auto found = find_column("id", file_);
            if (!found) {
                return Error{ErrorCode::Usage,
                             "the map must say which column is the \"id\" of a record"};
            }
            map_.id = *found;
        }
        TRY(add_birth());
        if (map_.schema.columns.empty()) {
            return Error{ErrorCode::Usage, "the map names no column to compare"};
        }
        return std::move(map_);
    }

private:
    // {"fname": "given_name"}: the column first.
    bool is_turned(const std::string& key, const std::vector<std::string>& names) const {
        return names.size() == 1 && !find_column(names[0], file_) && find_column(key, file_) &&
               find_field(names[0]) != nullptr && find_field(names[0])->use != Use::Language;
    }

    base::Status add(const Field& field, const std::vector<std::string>& names) {
        std::vector<std::size_t> columns;
        for (const std::string& name : names) {
            const auto found = find_column(name, file_);
            if (!found) return no_column(name, file_);
            columns.push_back(*found);
        }
        if (columns.empty()) return base::Done{};
        if (field.use == Use::Id) {
            map_.id = columns[0];
            has_id_ = true;
            return base::Done{};
        }
        if (field.use == Use::Source) {
            map_.source = columns[0];
            return base::Done{};
        }
        if (field.use != Use::Column) {
            birth_[static_cast<std::size_t>(field.use) - static_cast<std::size_t>(Use::Year)] =
                columns;
            return base::Done{};
        }
        if (field.is_joined) return add_column(field, names[0], columns);
        for (std::size_t i = 0; i < columns.size(); ++i) {
            TRY(add_column(field, names[i], {columns[i]}));
        }
        return base::Done{};
    }

    // Year, month and day that the map names one by one are one date.
    base::Status add_birth() {
        std::vector<std::size_t> columns;
        for (const auto& each : birth_) columns.insert(columns.end(), each.begin(), each.end());
        if (columns.empty()) return base::Done{};
        const std::string name = file_.header[columns[0]];
        return add_column(joined("birth_date", Kind::Date), name, columns);
    }

    base::Status add_column(const Field& field, const std::string& name,
                            std::vector<std::size_t> columns) {
        if (map_.schema.size() == kColumnsMost) {
            return Error{ErrorCode::Usage, "the map names more columns than can be compared: " +
                                               std::to_string(kColumnsMost) + " at most"};
        }
        map_.schema.columns.push_back(
            {name, field.kind, field.bag, field.is_place, field.is_of_family});
        map_.from.push_back(std::move(columns));
        map_.is_sex.push_back(field.is_sex);
        return base::Done{};
    }

    const RecordFile& file_;
    ColumnMap map_;
    std::array<std::vector<std::size_t>, 3> birth_;
    bool has_id_ = false;
};

// {"fields": {...}} is the map inside.
Result<std::vector<base::json::Member>> members_of(std::string_view json) {
    auto members = base::json::parse_object(json);
    if (!members.ok()) {
        return Error{ErrorCode::Malformed,
                     "the map is not a JSON object such as {\"id\": "
                     "\"rec_id\", \"name\": \"full_name\"}: " +
                         members.error().message};
    }
    if (members.value().size() == 1 && members.value()[0].token.starts_with("{")) {
        return base::json::parse_object(members.value()[0].token);
    }
    return members;
}

std::string sex_of(const std::string& cell) {
    const std::string text = base::folded(cell);
    constexpr auto kMen = std::to_array<std::string_view>({"m", "l", "1", "pria", "h"});
    constexpr auto kWomen = std::to_array<std::string_view>({"f", "p", "2", "wanita", "w"});
    const auto is_in = [&](const auto& list) {
        return std::find(list.begin(), list.end(), text) != list.end();
    };
    if (is_in(kMen) || text.starts_with("male") || text.starts_with("laki")) return "male";
    const bool is_woman = text.starts_with("fem") || text.starts_with("perem");
    return is_in(kWomen) || is_woman ? "female" : text;
}

// Of a column of the schema, over the cells that say something.
double mean_words(const ColumnMap& map, std::size_t column, const RecordFile& file) {
    double words = 0, cells = 0;
    for (const auto& row : file.rows) {
        const double before = words;
        for (const std::size_t from : map.from[column]) {
            for (const std::string& word : base::split(base::folded(row[from]), ' ')) {
                words += word.empty() ? 0 : 1;
            }
        }
        cells += words > before ? 1 : 0;
    }
    return words / std::max(cells, 1.0);
}

// What a map calls a name may be the title of a book or a ware: that is seen by its length.
void find_long_texts(ColumnMap& map, const RecordFile& file) {
    for (std::size_t i = 0; i < map.schema.size(); ++i) {
        Column& column = map.schema.columns[i];
        const bool may_be_long = column.kind == Kind::Name || column.kind == Kind::Text;
        if (!may_be_long || column.is_place || mean_words(map, i, file) < kLongFrom) continue;
        column.kind = Kind::LongText;
        column.is_of_family = false;
    }
}

}  // namespace

Result<ColumnMap> read_map(std::string_view json, const RecordFile& file) {
    if (json.starts_with("\xEF\xBB\xBF")) json.remove_prefix(3);
    TRY_LET(members, members_of(json));
    Mapping mapping(file);
    for (const auto& member : members) TRY(mapping.add(member));
    TRY_LET(map, mapping.taken());
    find_long_texts(map, file);
    return map;
}

std::vector<std::string> cells_of(const ColumnMap& map, const std::vector<std::string>& row) {
    std::vector<std::string> cells;
    for (std::size_t i = 0; i < map.from.size(); ++i) {
        std::string text;
        for (const std::size_t column : map.from[i]) {
            if (!text.empty() && !row[column].empty()) text += ' ';
            text += row[column];
        }
        cells.push_back(map.is_sex[i] ? sex_of(text) : text);
    }
    return cells;
}

std::string fields_help() {
    std::string text;
    for (const Field& field : kFields) {
        if (!text.empty()) text += ", ";
        text += field.name;
    }
    return text;
}

}  // namespace linking
