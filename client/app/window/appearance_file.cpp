#include "client/app/window/appearance_file.h"

#include "shared/base/file.h"
#include "shared/base/json.h"

#include <algorithm>

namespace client_app {

using screens::Appearance;

namespace {

std::string path_in(const std::string& data) {
    return data + "/window.json";
}

}  // namespace

std::string to_text(const Appearance& look) {
    return base::json::Writer()
        .add("language", look.is_english ? "en" : "id")
        .add("text", look.text_percent)
        .add("contrast", look.is_contrast)
        .text();
}

Appearance appearance_of(const std::string& text) {
    Appearance look;
    const auto object = base::json::Object::parse(text);
    if (!object.ok()) return look;
    look.is_english = object.value().string("language").value_or("id") == "en";
    const auto percent = object.value().integer("text").value_or(100);
    look.text_percent = static_cast<int>(std::clamp<std::int64_t>(percent, 100, 200));
    look.is_contrast = object.value().boolean("contrast").value_or(false);
    return look;
}

Appearance read_appearance(const std::string& data) {
    const auto text = base::read_file(path_in(data));
    return text.ok() ? appearance_of(text.value()) : Appearance{};
}

base::Status write_appearance(const std::string& data, const Appearance& look) {
    return base::replace_file(path_in(data), to_text(look), true);
}

}  // namespace client_app
