// What a person chose on the page of a table that she is about to bring in, kept with the file.
#pragma once

#include "sync-server/console/visit.h"
#include "sync-server/importing/families.h"

#include <string>

namespace console {

struct ImportChoices {
    importing::Columns columns;
    importing::Choices rows;

    std::string to_json() const;
    // Of a draft; by the headings where nothing was chosen yet.
    static ImportChoices of(const importing::Table& table, const std::string& json);
    // Of the posted page; rows that it did not show keep what was chosen `before`. A column that
    // the table has not, or a row that is no number, is left out.
    static ImportChoices posted(const importing::Table& table, const Visit& visit,
                                const ImportChoices& before);
};

}  // namespace console
