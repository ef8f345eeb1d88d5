#include "client/ui/fonts.h"

#include "client/ui/draw.h"
#include "client/ui/theme.h"
#include "shared/base/file.h"

#include <imgui.h>
#include <imgui_freetype.h>

#include <array>
#include <cmath>

namespace ui {

namespace {

using Places = std::array<const char*, 4>;
constexpr Places kRegular = {"/usr/share/fonts/opentype/inter/Inter-Regular.otf",
                             "/usr/share/fonts/truetype/noto/NotoSans-Regular.ttf",
                             "/usr/share/fonts/truetype/dejavu/DejaVuSans.ttf",
                             "C:/Windows/Fonts/segoeui.ttf"};
constexpr Places kMedium = {"/usr/share/fonts/opentype/inter/Inter-Medium.otf",
                            "/usr/share/fonts/truetype/noto/NotoSans-Regular.ttf",
                            "/usr/share/fonts/truetype/dejavu/DejaVuSans.ttf",
                            "C:/Windows/Fonts/segoeui.ttf"};
constexpr Places kSemiBold = {"/usr/share/fonts/opentype/inter/Inter-SemiBold.otf",
                              "/usr/share/fonts/truetype/noto/NotoSans-Bold.ttf",
                              "/usr/share/fonts/truetype/dejavu/DejaVuSans-Bold.ttf",
                              "C:/Windows/Fonts/segoeuib.ttf"};
constexpr Places kIcons = {"/usr/share/fonts/truetype/font-awesome/fontawesome-webfont.ttf",
                           "/usr/share/fonts-font-awesome/fonts/fontawesome-webfont.ttf", "", ""};

constexpr std::array<ImWchar, 19> kLetters = {0x20,   0x17F,  0x1E00, 0x1EFF, 0x2010, 0x2027,
                                              0x2030, 0x203A, 0x2190, 0x2193, 0x2212, 0x2212,
                                              0x221A, 0x221A, 0x2264, 0x2265, 0};
constexpr std::array<ImWchar, 3> kIconRange = {0xF000, 0xF2E0, 0};

std::string folder_first;
std::array<ImFont*, 6> loaded{};

std::string find(const Places& places) {
    for (const std::string place : places) {
        const std::string own = folder_first + "/" + place.substr(place.rfind('/') + 1);
        if (!folder_first.empty() && !place.empty() && base::file_exists(own)) return own;
    }
    for (const char* place : places) {
        if (*place != '\0' && base::file_exists(place)) return place;
    }
    return {};
}

void use_freetype(ImFontAtlas& atlas) {
#if IMGUI_VERSION_NUM < 19200
    atlas.FontBuilderIO = ImGuiFreeType::GetBuilderForFreeType();
    atlas.FontBuilderFlags = ImGuiFreeTypeBuilderFlags_LightHinting;
#else
    atlas.SetFontLoader(ImGuiFreeType::GetFontLoader());
    atlas.FontLoaderFlags = ImGuiFreeTypeLoaderFlags_LightHinting;
#endif
}

void merge_icons(ImFontAtlas& atlas, float size) {
    const std::string file = find(kIcons);
    if (file.empty()) return;
    ImFontConfig config;
    config.MergeMode = true;
    config.PixelSnapH = true;
    config.GlyphMinAdvanceX = std::round(size * 1.2F);
    config.GlyphOffset.y = std::round(size * 0.04F);
    atlas.AddFontFromFileTTF(file.c_str(), std::round(size * 0.98F), &config, kIconRange.data());
}

ImFont* add(ImFontAtlas& atlas, const Places& places, float size) {
    ImFontConfig config;
    config.OversampleH = 1;
    config.OversampleV = 1;
    config.PixelSnapH = true;
    const std::string file = find(places);
    const float rounded = std::round(size);
    config.SizePixels = rounded;
    ImFont* font = file.empty()
                       ? atlas.AddFontDefault(&config)
                       : atlas.AddFontFromFileTTF(file.c_str(), rounded, &config, kLetters.data());
    merge_icons(atlas, size);
    return font;
}

}  // namespace

void set_font_folder(const std::string& folder) {
    folder_first = folder;
}

void load_fonts(float at_scale) {
    ImFontAtlas& atlas = *ImGui::GetIO().Fonts;
    atlas.Clear();
    use_freetype(atlas);
    const auto set = [&](Type type, const Places& places, float size) {
        loaded[static_cast<std::size_t>(type)] = add(atlas, places, size * at_scale);
    };
    set(Type::Body, kRegular, 16);
    set(Type::Medium, kMedium, 16);
    set(Type::Strong, kSemiBold, 16);
    set(Type::Small, kMedium, 13.5F);
    set(Type::Section, kSemiBold, 18);
    set(Type::Title, kSemiBold, 24);
    ImGui::GetIO().FontDefault = loaded[0];
}

ImFont* font(Type type) {
    return loaded[static_cast<std::size_t>(type)];
}

}  // namespace ui
