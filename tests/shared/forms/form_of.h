// Small forms for tests, made from their rows.
#pragma once

#include "shared/base/fields.h"
#include "shared/forms/check.h"
#include "shared/forms/form.h"

#include <doctest/doctest.h>
#include <string>

namespace forms_test {

inline std::string definition(const std::string& rows, const std::string& choices = "") {
    return R"j({"settings":{"form_id":"probe","version":"1","form_title::id":"Uji"},"survey":[)j" +
           rows + R"j(],"choices":[)j" + choices + "]}";
}

inline const forms::ChoiceLists& shared_lists() {
    static const forms::ChoiceLists lists = {
        {"yes_no", {{"1", {"Ya", "Yes"}}, {"0", {"Tidak", "No"}}}},
        {"signs",
         {{"FEVER", {"Demam", "Fever"}},
          {"FITS", {"Kejang", "Fits"}},
          {"NONE", {"Tidak ada", "None"}}}}};
    return lists;
}

inline forms::Form form_of(const std::string& rows) {
    auto form = forms::parse_form(definition(rows), shared_lists());
    INFO((form.ok() ? "" : form.error().message));
    REQUIRE(form.ok());
    return std::move(form).value();
}

inline std::string refusal_of(const std::string& rows, const std::string& choices = "") {
    const auto form = forms::parse_form(definition(rows, choices), shared_lists());
    return form.ok() ? "accepted" : form.error().message;
}

inline base::Fields fields(const std::string& json) {
    return base::Fields::parse(json).value();
}

inline forms::Context on(const char* today, const char* language = "id") {
    forms::Context context;
    context.today = *base::parse_date(today);
    context.language = language;
    return context;
}

// "field code, field code": what check() found, messages aside.
inline std::string found(const forms::Form& form, const std::string& answers,
                         const forms::Context& context = on("2026-03-15")) {
    std::string text;
    for (const forms::Problem& problem : forms::check(form, fields(answers), context)) {
        if (!text.empty()) text += ", ";
        text += problem.field + " " + problem.code;
    }
    return text;
}

}  // namespace forms_test
