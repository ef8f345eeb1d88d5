#include "sync-server/evaluate/map_words.h"

#include "shared/base/text.h"

#include <algorithm>
#include <array>

namespace evaluate {

namespace {

using base::Error;
using base::ErrorCode;

Error wrong(const Source& source, const std::string& what) {
    return Error{ErrorCode::Malformed, "the map, \"" + source.name + "\": " + what};
}

// What stands in the column. All that is not listed is an answer.
enum class Shape { Id, Code, Number, Measure, Date, Answer };
struct Known {
    std::string_view name;
    Shape shape;
};
constexpr auto kShapes = std::to_array<Known>({{"id", Shape::Id},
                                               {"sex", Shape::Code},
                                               {"measure", Shape::Code},
                                               {"oedema", Shape::Code},
                                               {"bf_start_unit", Shape::Code},
                                               {"bf_start_value", Shape::Number},
                                               {"bf_start", Shape::Number},
                                               {"age_days", Shape::Number},
                                               {"age_months", Shape::Number},
                                               {"weight", Shape::Measure},
                                               {"length", Shape::Measure},
                                               {"head", Shape::Measure},
                                               {"birth_date", Shape::Date},
                                               {"visit_date", Shape::Date}});

Shape shape_of(std::string_view name) {
    for (const Known& each : kShapes) {
        if (each.name == name) return each.shape;
    }
    return Shape::Answer;
}

struct Word {
    std::string_view name, coding;
};
constexpr auto kCodings = std::to_array<Word>({{"birth_date", "cmc"},
                                               {"visit_date", "cmc"},
                                               {"birth_date", "cdc"},
                                               {"visit_date", "cdc"},
                                               {"birth_date", "stata"},
                                               {"visit_date", "stata"},
                                               {"bf_ever", "dhs_m4"},
                                               {"bf_yesterday", "dhs_m4"},
                                               {"bf_start", "who"},
                                               {"bf_start", "dhs_m34"},
                                               {"bf_start", "hours"},
                                               {"bf_start", "minutes"}});

Status check_coding(const Source& source) {
    if (source.coding.empty()) return base::Done{};
    std::vector<std::string> known;
    for (const Word& each : kCodings) {
        if (each.name != source.name) continue;
        if (each.coding == source.coding) return base::Done{};
        known.emplace_back(each.coding);
    }
    return wrong(source, "there is no \"coding\": \"" + source.coding + "\" here" +
                             (known.empty() ? "" : "; it is " + base::joined(known, ", ")));
}

// "dd/mm/yyyy" and "%d/%m/%Y" are "DD/MM/YYYY"; "%b" and "%B" are "MMM".
std::string in_our_letters(std::string_view format) {
    std::string ours;
    for (std::size_t i = 0; i < format.size(); ++i) {
        const bool is_percent = format[i] == '%' && i + 1 < format.size();
        const char letter = is_percent ? format[++i] : format[i];
        if (is_percent && (letter == 'b' || letter == 'B')) {
            ours += "MMM";
            continue;
        }
        const bool is_part = std::string_view("YyMmDd").find(letter) != std::string_view::npos;
        const char upper = is_part ? static_cast<char>(letter & ~0x20) : letter;
        const std::size_t times = !is_percent ? 1 : letter == 'Y' ? 4 : 2;
        ours.append(is_part ? times : 1, upper);
    }
    return ours;
}

// Two digits do not say which century.
Status check_format(Source& source) {
    if (source.format.empty()) return base::Done{};
    source.format = in_our_letters(source.format);
    const auto times = [&](char letter) {
        return std::count(source.format.begin(), source.format.end(), letter);
    };
    const bool has_day = times('D') == 1 || times('D') == 2;
    const bool has_month = times('M') >= 1 && times('M') <= 3;
    if (times('Y') == 4 && has_day && has_month) return base::Done{};
    return wrong(source,
                 "a \"format\" has YYYY, MM (or MMM for its name) and DD in their order, as "
                 "\"DD/MM/YYYY\"");
}

Status check_columns(const Source& source, Shape shape) {
    const std::size_t count = source.columns.size();
    if (count == 1 || shape == Shape::Answer) return base::Done{};
    if (shape == Shape::Date) {
        if (count == 3 && source.coding.empty() && source.format.empty()) return base::Done{};
        return wrong(source,
                     "a date takes one column, or the columns of year, month and day in this "
                     "order, without \"format\" and \"coding\"");
    }
    return wrong(source, "it takes one column, not a list");
}

}  // namespace

Status check_words(Source& source) {
    const Shape shape = shape_of(source.name);
    const bool is_number = shape == Shape::Number || shape == Shape::Measure;
    const bool is_coded = shape == Shape::Code || shape == Shape::Answer;
    if (!source.unit.empty() && shape != Shape::Measure) {
        return wrong(source,
                     "it takes no \"unit\"" +
                         std::string(is_number ? "; \"scale\" divides what stands there" : ""));
    }
    if (source.scale != 1 && !is_number) return wrong(source, "it takes no \"scale\"");
    if (!source.codes.empty() && !is_coded) return wrong(source, "it takes no \"codes\"");
    if (!source.format.empty() && shape != Shape::Date)
        return wrong(source, "it takes no \"format\"");
    if (source.day != 0 && source.columns.size() != 3) {
        return wrong(source, "\"day\" stands for a day that is missing in a list of three columns");
    }
    TRY(check_coding(source));
    TRY(check_columns(source, shape));
    return check_format(source);
}

}  // namespace evaluate
