// JSON, fields, tables and the small written things: read, written and read again they are equal.
#include "shared/base/csv.h"
#include "shared/base/date.h"
#include "shared/base/fields.h"
#include "shared/base/id.h"
#include "shared/base/json.h"
#include "shared/base/text.h"
#include "shared/records/agreement.h"
#include "shared/records/record.h"
#include "tests/fuzz/targets/target.h"

#include <string>

namespace fuzz {

namespace {

using base::Fields;
using base::json::Object;

std::string text_of(const Object& object) {
    base::json::Writer writer;
    for (const auto& each : object.members()) writer.add_token(each.name, each.token);
    return writer.text();
}

void check_token(std::string_view token) {
    if (const auto said = base::json::string_of(token)) {
        CHECK(base::json::string_of(base::json::quoted(*said)) == said);
        CHECK(base::is_valid_utf8(*said));
    }
    if (const auto number = base::json::number_of(token)) {
        CHECK(base::json::number_of(base::json::decimal(*number)) == number);
    }
    if (base::json::integer_of(token)) CHECK(base::json::number_of(token).has_value());
}

void check_object(std::string_view bytes) {
    const auto object = Object::parse(bytes);
    if (!object.ok()) return;
    for (const auto& each : object.value().members()) {
        check_token(each.token);
        CHECK(object.value().find(each.name) != nullptr);
    }
    const std::string text = text_of(object.value());
    const auto again = Object::parse(text);
    CHECK(again.ok());
    CHECK(text_of(again.value()) == text);
}

void check_minified(std::string_view bytes) {
    const auto small = base::json::minified(bytes);
    if (!small.ok()) return;
    CHECK(small.value().size() <= bytes.size() * 10);  // 1e9 is written 1000000000.0
    CHECK(base::json::minified(small.value()).value() == small.value());
}

std::string text_of(const base::csv::Table& table) {
    std::string text = base::csv::line(table.header);
    for (const auto& row : table.rows) text += base::csv::line(row);
    return text;
}

}  // namespace

void json(std::string_view bytes) {
    check_object(bytes);
    check_minified(bytes);
    if (const auto array = base::json::parse_array(bytes); array.ok()) {
        const std::string text = base::json::array_of(array.value());
        CHECK(base::json::parse_array(text).value() == array.value());
        for (const std::string& each : array.value()) check_token(each);
    }
    const auto back = base::json::string_of(base::json::quoted(bytes));
    CHECK(back == base::made_valid_utf8(bytes));
}

void fields(std::string_view bytes) {
    const std::size_t end = std::min(bytes.find('\n'), bytes.size());
    const auto before = Fields::parse(bytes.substr(0, end));
    if (!before.ok()) return;
    CHECK(Fields::parse(before.value().to_json()).value() == before.value());
    for (const auto& [name, token] : before.value().entries()) {
        for (const std::string& code : before.value().codes(name)) {
            CHECK(before.value().has_code(name, code));
        }
    }
    const auto after = Fields::parse(bytes.substr(std::min(end + 1, bytes.size())));
    if (!after.ok()) return;
    // What changed, applied, leads there (SYNC 8); nulls are no answers, so they are taken out.
    Fields from;
    from.apply(before.value());
    Fields to;
    to.apply(after.value());
    const Fields change = to.changes_since(from);
    from.apply(change);
    CHECK(from == to);
    CHECK(to.changes_since(from).empty());
}

void text(std::string_view bytes) {
    if (const auto date = base::parse_date(bytes)) CHECK(base::to_text(*date) == bytes);
    if (const auto month = base::parse_month(bytes)) CHECK(base::to_text(*month) == bytes);
    if (base::parse_date_time(bytes)) CHECK(base::local_date_of(bytes).has_value());
    if (const auto revision = records::parse_revision(bytes)) {
        CHECK(records::parse_revision(records::to_text(*revision)) == revision);
    }
    if (base::is_uuid(bytes)) CHECK(records::bucket_of(bytes) < records::kBuckets);
    CHECK(base::is_uuid(base::make_uuid5(bytes)));
    CHECK(records::hash_text(records::parse_hash(bytes)).size() == 16);
    const std::string folded = base::folded(bytes);
    CHECK(base::folded(folded) == folded);
    CHECK(base::is_valid_utf8(base::made_valid_utf8(bytes)));
    CHECK(base::character_count(bytes) <= bytes.size());
    CHECK(base::joined(base::split(bytes, ','), ",") == bytes);
}

void csv(std::string_view bytes) {
    const auto table = base::csv::parse(bytes);
    if (!table.ok()) return;
    for (const auto& row : table.value().rows) CHECK(row.size() == table.value().header.size());
    // The first writing may put a ' before a formula; nothing is changed after that.
    const std::string text = text_of(table.value());
    const auto again = base::csv::parse(text);
    CHECK(again.ok());
    CHECK(again.value().rows.size() == table.value().rows.size());
    CHECK(text_of(again.value()) == text);
}

}  // namespace fuzz
