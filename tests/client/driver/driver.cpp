#include "tests/client/driver/driver.h"

#include "client/ui/keyboard.h"
#include "client/ui/look.h"
#include "client/ui/status.h"
#include "tests/client/driver/raster.h"

#include <imgui.h>
#include <imgui_internal.h>

#include <cmath>
#include <stdexcept>

namespace driver {

namespace {

std::string clipboard;

ImGuiKey key_of(Key key) {
    switch (key) {
        case Key::Tab:
            return ImGuiKey_Tab;
        case Key::Enter:
            return ImGuiKey_Enter;
        case Key::Escape:
            return ImGuiKey_Escape;
        case Key::Space:
            return ImGuiKey_Space;
        case Key::Delete:
            return ImGuiKey_Delete;
        case Key::Down:
            return ImGuiKey_DownArrow;
        case Key::Up:
            return ImGuiKey_UpArrow;
        case Key::Left:
            return ImGuiKey_LeftArrow;
        case Key::Right:
            return ImGuiKey_RightArrow;
        case Key::A:
            return ImGuiKey_A;
    }
    return ImGuiKey_Tab;
}

void prepare_textures(ImGuiIO& io) {
#if IMGUI_VERSION_NUM >= 19200
    io.BackendFlags |= ImGuiBackendFlags_RendererHasTextures;
#else
    unsigned char* pixels = nullptr;
    int width = 0;
    int height = 0;
    io.Fonts->GetTexDataAsAlpha8(&pixels, &width, &height);
    io.Fonts->SetTexID(reinterpret_cast<ImTextureID>(1));
#endif
}

void acknowledge_textures() {
#if IMGUI_VERSION_NUM >= 19200
    for (ImTextureData* texture : ImGui::GetPlatformIO().Textures) {
        if (texture->Status == ImTextureStatus_OK) continue;
        texture->SetTexID(static_cast<ImTextureID>(1));
        texture->SetStatus(texture->Status == ImTextureStatus_WantDestroy
                               ? ImTextureStatus_Destroyed
                               : ImTextureStatus_OK);
    }
#endif
}

float middle(float low, float high) {
    return std::floor((low + high) / 2);
}

}  // namespace

Driver::Driver(std::function<void()> draw, int width, int height, float scale, ui::Look look)
    : draw_(std::move(draw)), context_(ImGui::CreateContext()) {
    ImGuiIO& io = ImGui::GetIO();
    io.IniFilename = nullptr;
    io.DisplaySize = {static_cast<float>(width), static_cast<float>(height)};
    io.ConfigFlags |= ImGuiConfigFlags_NavEnableKeyboard;
    io.BackendFlags |= ImGuiBackendFlags_HasMouseCursors;
    io.ConfigInputTextCursorBlink = false;
    io.GetClipboardTextFn = [](void*) { return clipboard.c_str(); };
    io.SetClipboardTextFn = [](void*, const char* text) { clipboard = text; };
#if IMGUI_VERSION_NUM < 18700
    for (int i = 0; i < ImGuiKey_COUNT; ++i) io.KeyMap[i] = i;
#endif
    io.Fonts->Flags |= ImFontAtlasFlags_NoBakedLines;  // our pictures have no filter for them
    ui::begin_look(look, scale);
    ui::drop_toast();  // of a window before
    ui::probe::switch_on(true);
    prepare_textures(io);
    frames(3);
}

Driver::~Driver() {
    ImGui::DestroyContext(context_);
}

void Driver::frame_after(float seconds) {
    if (ui::renew_look()) prepare_textures(ImGui::GetIO());
    ImGui::GetIO().DeltaTime = seconds;
    ImGui::NewFrame();
    ui::probe::begin_frame();
    ui::keyboard::begin_frame();
    draw_();
    ImGui::Render();
    acknowledge_textures();
}

void Driver::frames(int count) {
    for (; count > 0; --count) frame_after(1 / 30.0F);
}

void Driver::later(double seconds) {
    frame_after(static_cast<float>(seconds));
}

void Driver::seconds(double count) {
    frames(static_cast<int>(count * 30) + 1);
}

bool Driver::shows(const std::string& key) const {
    return ui::probe::items().contains(key);
}

const ui::Item& Driver::at(const std::string& key) const {
    const auto& items = ui::probe::items();
    const auto found = items.find(key);
    if (found != items.end()) return found->second;
    std::string all = "no widget \"" + key + "\" on the screen; there are:";
    for (const auto& [name, item] : items) all += "\n  " + item.role + " \"" + name + "\"";
    throw std::runtime_error(all);
}

std::string Driver::focused() const {
    for (const auto& [name, item] : ui::probe::items()) {
        if (item.focused) return name;
    }
    return {};
}

void Driver::move(float x, float y) {
#if IMGUI_VERSION_NUM >= 18700
    ImGui::GetIO().AddMousePosEvent(x, y);
#else
    ImGui::GetIO().MousePos = {x, y};
#endif
    frames(2);
}

void Driver::mouse_button(bool down) {
#if IMGUI_VERSION_NUM >= 18700
    ImGui::GetIO().AddMouseButtonEvent(0, down);
#else
    ImGui::GetIO().MouseDown[0] = down;
#endif
    frames(2);
}

void Driver::wheel(float lines) {
#if IMGUI_VERSION_NUM >= 18700
    ImGui::GetIO().AddMouseWheelEvent(0, lines);
#else
    ImGui::GetIO().MouseWheel = lines;
#endif
    frames(2);
}

void Driver::scroll_to(const std::string& key) {
    for (int tries = 0; tries < 200; ++tries) {
        const ui::Item item = at(key);
        const bool below = item.place.bottom > item.visible.bottom + 1;
        const bool above = item.place.top < item.visible.top - 1;
        if (!below && !above) return;
        move(middle(item.visible.left, item.visible.right),
             middle(item.visible.top, item.visible.bottom));
        wheel(below ? -0.5F : 0.5F);
    }
    throw std::runtime_error("cannot scroll \"" + key + "\" into view");
}

void Driver::click(const std::string& key) {
    scroll_to(key);
    const ui::Item item = at(key);
    if (item.disabled) throw std::runtime_error("\"" + key + "\" is disabled");
    move(middle(item.place.left, item.place.right), middle(item.place.top, item.place.bottom));
    if (!at(key).hovered) throw std::runtime_error("\"" + key + "\" is covered by something else");
    mouse_button(true);
    mouse_button(false);
    frames(2);
}

void Driver::fill(const std::string& key, const std::string& text) {
    click(key);
    press(Key::A, {.ctrl = true});
    press(Key::Delete);
    type(text);
}

void Driver::type(const std::string& text) {
    ImGui::GetIO().AddInputCharactersUTF8(text.c_str());
    frames(2);
#if IMGUI_VERSION_NUM >= 18700
    while (!context_->InputEventsQueue.empty()) frames(1);
#endif
}

void Driver::hold(int number, bool down) {
#if IMGUI_VERSION_NUM >= 18700
    ImGui::GetIO().AddKeyEvent(static_cast<ImGuiKey>(number), down);
#else
    ImGui::GetIO().KeysDown[number] = down;
#endif
}

void Driver::strike(const std::string& text) {
    const bool has_space = text.find(' ') != std::string::npos;
    if (has_space) hold(key_of(Key::Space), true);
    ImGui::GetIO().AddInputCharactersUTF8(text.c_str());
    frames(1);
    if (has_space) hold(key_of(Key::Space), false);
}

void Driver::tap(Key key) {
    hold(key_of(key), true);
    frames(1);
    hold(key_of(key), false);
}

void Driver::press(Key key, With with) {
    press_code(key_of(key), with);
}

void Driver::press_function(int number) {
#if IMGUI_VERSION_NUM >= 18700
    press_code(ImGuiKey_F1 + number - 1, {});
#else
    press_code(290 + number - 1, {});  // as GLFW numbers them
#endif
}

void Driver::press_ctrl(char letter) {
#if IMGUI_VERSION_NUM >= 18700
    press_code(ImGuiKey_A + letter - 'A', {.ctrl = true});
#else
    press_code(letter, {.ctrl = true});
#endif
}

void Driver::press_code(int number, With with) {
    ImGuiIO& io = ImGui::GetIO();
#if IMGUI_VERSION_NUM >= 18700
    if (with.ctrl) io.AddKeyEvent(ImGuiMod_Ctrl, true);
    if (with.shift) io.AddKeyEvent(ImGuiMod_Shift, true);
    const auto code = static_cast<ImGuiKey>(number);
    io.AddKeyEvent(code, true);
    frames(2);
    io.AddKeyEvent(code, false);
    if (with.ctrl) io.AddKeyEvent(ImGuiMod_Ctrl, false);
    if (with.shift) io.AddKeyEvent(ImGuiMod_Shift, false);
#else
    io.KeyCtrl = with.ctrl;
    io.KeyShift = with.shift;
    io.KeyMods =
        (with.ctrl ? ImGuiKeyModFlags_Ctrl : 0) | (with.shift ? ImGuiKeyModFlags_Shift : 0);
    io.KeysDown[number] = true;
    frames(2);
    io.KeysDown[number] = false;
    io.KeyCtrl = io.KeyShift = false;
    io.KeyMods = 0;
#endif
    frames(2);
}

void Driver::tab_to(const std::string& key) {
    for (int i = 0; i < 200; ++i) {
        if (focused() == key) return;
        press(Key::Tab);
    }
    throw std::runtime_error("Tab never reaches \"" + key + "\"");
}

void Driver::shot(const std::string& file) const {
    write_picture(file);
}

}  // namespace driver
