#include "sync-server/reports/formats/month_file.h"

#include "shared/base/json.h"
#include "shared/base/text.h"

namespace formats {

using base::Error;
using base::ErrorCode;
using base::Result;
namespace json = base::json;

namespace {

constexpr std::string_view kMark = "kawan_month_file";
constexpr std::int64_t kVersion = 1;

std::string sentences_json(const std::vector<std::string>& lines) {
    std::vector<std::string> tokens;
    for (const std::string& line : lines) tokens.push_back(json::quoted(line));
    return json::array_of(tokens);
}

std::string village_json(const sheets::Place& village) {
    return json::Writer()
        .add("id", village.id)
        .add("name", village.name)
        .add("code", village.village_code)
        .text();
}

// Of the numerator; whom it is of is the same with .DEN.
std::string id_of(const MonthFigure& figure, sheets::Month month) {
    sheets::FigureId id;
    id.code = figure.code;
    id.sex = figure.sex == 0 ? sheets::kSexNotKnown : figure.sex;
    id.period = sheets::period_of(month);
    id.place = figure.village;
    return to_text(id);
}

std::string figure_json(const MonthFigure& figure, sheets::Month month) {
    json::Writer written;
    written.add("id", id_of(figure, month));
    written.add("village", figure.village).add("code", figure.code);
    if (figure.sex != 0) written.add("sex", std::string(1, figure.sex));
    written.add("numerator", figure.numerator).add("denominator", figure.denominator);
    return written.text();
}

Error malformed(const std::string& what) {
    return {ErrorCode::Malformed, what};
}

Result<MonthFigure> parse_figure(std::string_view token) {
    TRY_LET(object, json::Object::parse(token));
    MonthFigure figure;
    figure.village = object.string("village").value_or("");
    figure.code = object.string("code").value_or("");
    const std::string sex = object.string("sex").value_or("");
    if (sex == "L" || sex == "P") figure.sex = sex[0];
    const auto numerator = object.integer("numerator");
    const auto denominator = object.integer("denominator");
    constexpr std::int64_t kMost = 10'000'000;
    const bool is_whole = numerator && denominator && *numerator >= 0 &&
                          *numerator <= *denominator && *denominator <= kMost;
    if (figure.village.empty() || figure.code.empty() || !is_whole) {
        return malformed("a figure without a village, code or proper counts");
    }
    figure.numerator = static_cast<int>(*numerator);
    figure.denominator = static_cast<int>(*denominator);
    return figure;
}

Result<std::vector<sheets::Place>> parse_villages(const json::Object& object) {
    const auto tokens = object.array("villages");
    if (!tokens) return malformed("no villages in it");
    std::vector<sheets::Place> villages;
    for (const std::string& token : *tokens) {
        TRY_LET(each, json::Object::parse(token));
        const std::string id = each.string("id").value_or("");
        const std::string name = each.string("name").value_or("");
        if (id.empty() || name.empty()) return malformed("a village without a name");
        villages.push_back({id, name, name, each.string("code").value_or(""), {id}});
    }
    return villages;
}

}  // namespace

MonthFile month_file_of(const sheets::Centre& centre, const sheets::Counts& counts,
                        const std::vector<std::string>& codes) {
    MonthFile file;
    file.centre = centre.name;
    file.month = counts.period().last;
    for (const sheets::Place& village : centre.villages) {
        file.villages.push_back(
            {village.id, village.name, village.name, village.village_code, {village.id}});
        for (const std::string& code : codes) {
            const auto all = counts.of(village, {code});
            auto rest = all;
            for (const char sex : {'L', 'P'}) {
                const auto part = counts.of(village, {code, sheets::Share::Counted, sex});
                rest.numerator -= part.numerator;
                rest.denominator -= part.denominator;
                if (part.denominator == 0) continue;
                file.figures.push_back({village.id, code, sex, part.numerator, part.denominator});
            }
            // Whose sex is not known, or nobody at all: then the zero is said.
            if (rest.denominator > 0 || all.denominator == 0) {
                file.figures.push_back({village.id, code, 0, rest.numerator, rest.denominator});
            }
        }
    }
    return file;
}

std::string to_json(const MonthFile& file) {
    std::vector<std::string> villages, figures;
    for (const sheets::Place& each : file.villages) villages.push_back(village_json(each));
    for (const MonthFigure& each : file.figures) figures.push_back(figure_json(each, file.month));
    json::Writer written;
    written.add(kMark, kVersion).add("centre", file.centre);
    written.add("month", base::to_text(file.month)).add("made_at", file.made_at);
    written.add("closed", file.is_closed);
    written.add_token("missing", sentences_json(file.missing));
    written.add_token("villages", json::array_of(villages));
    written.add_token("figures", "[\n" + base::joined(figures, ",\n") + "\n]");
    return written.text() + "\n";
}

Result<MonthFile> parse_month_file(std::string_view text) {
    TRY_LET(object, json::Object::parse(text));
    const auto version = object.integer(kMark);
    if (!version) return malformed("it is no month file of a health centre");
    if (*version > kVersion) {
        return Error{ErrorCode::Unsupported, "it was made by a newer program"};
    }
    MonthFile file;
    file.centre = object.string("centre").value_or("");
    const auto month = base::parse_month(object.string("month").value_or(""));
    if (file.centre.empty() || !month) return malformed("it does not say whose month it is");
    file.month = *month;
    file.made_at = object.string("made_at").value_or("");
    file.is_closed = object.boolean("closed").value_or(false);
    for (const std::string& token : object.array("missing").value_or(std::vector<std::string>())) {
        file.missing.push_back(json::string_of(token).value_or(""));
    }
    TRY_LET(villages, parse_villages(object));
    file.villages = std::move(villages);
    for (const std::string& token : object.array("figures").value_or(std::vector<std::string>())) {
        TRY_LET(figure, parse_figure(token));
        file.figures.push_back(std::move(figure));
    }
    return file;
}

}  // namespace formats
