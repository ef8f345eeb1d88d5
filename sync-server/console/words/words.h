// Every text of the health centre's pages, in the language of whoever reads this page.
//
// The language belongs to the request that this thread is answering (Speaking).
#pragma once

#include "shared/words/catalogue.h"
#include "shared/words/dates.h"

#include <string>
#include <vector>

namespace console {

using words::later;

const char* tr(const char* msgid);
// "{0} of {1}" with its values.
std::string tr(const char* msgid, const std::vector<std::string>& values);

words::Tongue tongue();  // for words::short_date(date, tongue())

// This thread speaks that language until this goes.
class Speaking {
public:
    explicit Speaking(words::Language language);
    ~Speaking();
    Speaking(const Speaking&) = delete;
    Speaking& operator=(const Speaking&) = delete;

private:
    words::Language before_;
};

}  // namespace console
