// What a page sent: the fields of a form and its files, or what stands behind the "?".
#pragma once

#include "sync-server/http/message.h"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace console {

struct PostedFile {
    std::string name;  // as its owner called it; no path
    std::string bytes;
};

class Posted {
public:
    // nullopt: the body is of no form's kind, or broken.
    static std::optional<Posted> read(const http::Request& request);

    std::string value(std::string_view name) const;  // the first; "" if there is none
    std::vector<std::string> values(std::string_view name) const;
    bool has(std::string_view name) const;
    const PostedFile* file(std::string_view name) const;  // nullptr: none was chosen

private:
    static std::optional<Posted> read_parts(const http::Request& request);
    std::vector<http::Header> fields_;
    std::vector<std::pair<std::string, PostedFile>> files_;
};

}  // namespace console
