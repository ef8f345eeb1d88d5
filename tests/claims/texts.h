// The texts that a person can come to read, taken from where they are written.
#pragma once

#include <filesystem>
#include <string>
#include <vector>

namespace claims {

// "one" "two" -> onetwo; comments are no texts.
std::vector<std::string> literals_in(const std::string& source);
std::vector<std::string> texts_of_page(const std::string& html);  // one for each element

// Every string of every program file, catalogue and form below a folder.
std::vector<std::string> texts_below(const std::filesystem::path& folder);

}  // namespace claims
