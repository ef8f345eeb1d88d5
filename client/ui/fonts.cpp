#include "client/ui/fonts.h"

#include "client/ui/draw.h"
#include "client/ui/icons.h"
#include "client/ui/theme.h"
#include "shared/base/file.h"

#include <imgui.h>
#include <imgui_freetype.h>
#include <imgui_internal.h>

#include <array>
#include <cmath>
#include <vector>

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

// Indonesian and English need Latin-1; names may bring more of Latin Extended-A.
constexpr std::array<ImWchar, 17> kLetters = {0x20,   0x17F,  0x2010, 0x2027, 0x2030, 0x203A,
                                              0x2190, 0x2193, 0x2212, 0x2212, 0x221A, 0x221A,
                                              0x2248, 0x2248, 0x2264, 0x2265, 0};
constexpr std::array<ImWchar, 5> kHugeLetters = {0x20, 0xFF, 0x2013, 0x2026, 0};
constexpr std::array<ImWchar, 5> kDigits = {0x20, 0x20, 0x25, 0x3A, 0};
constexpr std::array<ImWchar, 7> kPosterLetters = {0x20, 0x7E, 0xC0, 0xFF, 0x2013, 0x2026, 0};

std::array<ImFont*, 9> loaded{};
// Dear ImGui keeps a pointer to its ranges until the atlas is built.
std::vector<ImWchar> icon_ranges;

// Only the icons that the program names: all of Font Awesome in six sizes would fill the atlas.
const ImWchar* ranges_of_icons() {
    if (!icon_ranges.empty()) return icon_ranges.data();
    for (const char* each : icon::kAll) {
        unsigned int letter = 0;
        ImTextCharFromUtf8(&letter, each, nullptr);
        icon_ranges.push_back(static_cast<ImWchar>(letter));
        icon_ranges.push_back(static_cast<ImWchar>(letter));
    }
    icon_ranges.push_back(0);
    return icon_ranges.data();
}

std::string find(const Places& places) {
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
    atlas.AddFontFromFileTTF(file.c_str(), std::round(size * 0.98F), &config, ranges_of_icons());
}

struct Face {
    const Places& places;
    float size;
    const ImWchar* letters = kLetters.data();
    bool has_icons = true;
};

ImFont* add(ImFontAtlas& atlas, const Face& face, float at_scale) {
    ImFontConfig config;
    config.OversampleH = 1;
    config.OversampleV = 1;
    config.PixelSnapH = true;
    const std::string file = find(face.places);
    const float rounded = std::round(face.size * at_scale);
    config.SizePixels = rounded;
    ImFont* font = file.empty()
                       ? atlas.AddFontDefault(&config)
                       : atlas.AddFontFromFileTTF(file.c_str(), rounded, &config, face.letters);
    if (face.has_icons) merge_icons(atlas, face.size * at_scale);
    return font;
}

}  // namespace

void load_fonts(float at_scale, bool has_posters) {
    ImFontAtlas& atlas = *ImGui::GetIO().Fonts;
    atlas.Clear();
    use_freetype(atlas);
    const auto set = [&](Type type, const Face& face) {
        loaded[static_cast<std::size_t>(type)] = add(atlas, face, at_scale);
    };
    set(Type::Body, {kRegular, 16});
    set(Type::Medium, {kMedium, 16});
    set(Type::Strong, {kSemiBold, 16});
    set(Type::Small, {kMedium, 13.5F});
    set(Type::Section, {kSemiBold, 18});
    set(Type::Title, {kSemiBold, 24});
    set(Type::Huge, {kSemiBold, 34, kHugeLetters.data()});
    set(Type::Figure, {kSemiBold, 60, kDigits.data(), false});
    loaded[static_cast<std::size_t>(Type::Poster)] = font(Type::Huge);
    if (has_posters) set(Type::Poster, {kSemiBold, 60, kPosterLetters.data(), false});
    ImGui::GetIO().FontDefault = loaded[0];
#if IMGUI_VERSION_NUM < 19200
    // The files' bytes (3 MB) are not needed once their letters are drawn.
    atlas.Build();
    atlas.ClearInputData();
#endif
}

ImFont* font(Type type) {
    return loaded[static_cast<std::size_t>(type)];
}

}  // namespace ui
