// What pages are made of: forms, fields, tables, cards. Each is right for a phone, a keyboard, a
// screen reader and paper.
#pragma once

#include "sync-server/console/page.h"

#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace console {

// A form that posts to `path`, with the session's token and an id by which sending it twice does it
// once. `contents` hold fields and at least one submit().
Html form(const Visit& visit, std::string_view path, const Html& contents, bool has_file = false);
// One that asks (GET): a search. Its fields stand in the address, so no person's name goes in.
Html search_form(std::string_view path, const Html& contents);
// What the page showed, so that a form from an old page is noticed: compare on the way in.
Html carried(html::Name name, std::string_view value);
// What a page shows of something, in sixteen digits to be carried; another when it changed.
std::string stamp(const std::vector<std::string>& shown);

struct Field {
    std::string name;
    std::string label;
    std::string value = {};
    std::string hint = {};
    std::string problem = {};  // why what was typed cannot be
    bool opens_at_problem = true;
    bool is_needed_at_times = false;  // the hint says when; else what is not required may be empty
    std::string type = "text";        // password, date, month, number, search
    std::string autocomplete = "off";
    bool is_required = true;
    int characters_max = 200;
    std::vector<std::string> suggestions = {};  // of reasons(): one press each
};
Html field(const Field& field);
// Why she does something: one of the suggestions, or a line of her own. reason_in() reads it.
Html reasons(const Field& field);
std::string reason_in(const Visit& visit, const std::string& name);
std::string reason_is_missing();  // their problem where she gave none
Html area(const Field& field, int lines = 4);
Html file_field(const Field& field, std::string_view accept);  // form(..., has_file = true)

struct Option {
    std::string value;
    std::string label;
    bool is_chosen = false;
};
Html choice(const Field& field, const std::vector<Option>& options);  // one of a list
Html radios(const Field& field, const std::vector<Option>& options);
Html checkboxes(const Field& field, const std::vector<Option>& options);  // values(name)

enum class Button { Main, Plain, Danger };
Html submit(std::string_view label, Button kind = Button::Main);
// With a value of its own, when a form has several.
Html submit(std::string_view label, html::Name name, std::string_view value,
            Button kind = Button::Plain);
Html link(std::string_view path, std::string_view text);
Html button_link(std::string_view path, std::string_view text, Button kind = Button::Plain);

// Cards on a phone, a table elsewhere. Every row has as many cells as there are columns.
struct Table {
    std::string caption;
    std::vector<std::string> columns;
    std::vector<std::vector<Html>> rows;
    std::string empty_text = {};  // instead of a table without rows
};
Html table(const Table& table);
// Rows of four cells to be skimmed: about what, what became of it, and two quiet lines. On a phone
// without the columns' names.
Html brief_table(const Table& table);
// Figures: stays a table on a phone and scrolls inside its frame.
Html figures_table(const Table& table);

inline constexpr int kRowsOnPage = 50;
// Which page the address asks for (?page=2), from 0.
int page_number(const Visit& visit);
// Links to the page before and after, keeping the rest of the address.
Html pager(const Visit& visit, bool has_more);

Html note(Tone tone, const Html& content);
Html badge(Tone tone, std::string_view text);
Html card(std::string_view title, const Html& content);
Html facts(const std::vector<std::pair<std::string, Html>>& facts);  // name and value, one a line
Html paragraph(std::string_view text);

std::string day_text(const Visit& visit, base::Instant at);   // 5 Mar 2026
std::string time_text(const Visit& visit, base::Instant at);  // 5 Mar 2026 14.05

}  // namespace console
