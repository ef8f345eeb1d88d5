// Reading XML as it goes by: one function for each kind of event, on expat.
#pragma once

#include "shared/base/result.h"

#include <functional>
#include <map>
#include <string>
#include <string_view>

namespace importing {

using Attributes = std::map<std::string, std::string>;

struct XmlEvents {
    // Names without their namespace's prefix.
    std::function<void(std::string_view name, const Attributes&)> begin;
    std::function<void(std::string_view name)> end;
    std::function<void(std::string_view text)> text;
};
// False if it is not well formed, or declares entities of its own.
bool read_xml(std::string_view document, const XmlEvents& events);

}  // namespace importing
