// A form as a server brings it later: it insists on one thing more.
#pragma once

#include "tests/client/desk/desk.h"

#include <doctest/doctest.h>

#include <string>
#include <vector>

namespace newer_form {

// Of the form of this type, as the first row of it.
inline void add_question(desk::Desk& desk, const std::string& type, const std::string& row) {
    std::vector<std::string> texts = desk.form_set.texts();
    for (std::string& text : texts) {
        if (text != desk.form_set.json_of(type)) continue;
        const std::size_t at = text.find("\"survey\":[");
        REQUIRE(at != std::string::npos);
        text.insert(at + 10, row + ",");
    }
    auto set = forms::FormSet::parse(texts);
    REQUIRE_MESSAGE(set.ok(), (set.ok() ? "" : set.error().message));
    desk.form_set = std::move(set).value();
}

constexpr const char* kMoreText =
    R"x({"type":"text","name":"more","label::id":"Apa lagi?","label::en":"What else?",)x"
    R"x("required":"true()"})x";

}  // namespace newer_form
