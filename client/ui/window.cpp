#include "client/ui/window.h"

#include "client/ui/frame_hash.h"
#include "client/ui/keyboard.h"
#include "client/ui/look.h"
#include "client/ui/probe.h"
#include "client/ui/redraw.h"
#include "shared/base/file.h"
#include "shared/base/log.h"

// GLFW must be told to bring OpenGL's header before anything else does.
#include <GLFW/glfw3.h>
#include <backends/imgui_impl_glfw.h>
#include <backends/imgui_impl_opengl2.h>
#include <backends/imgui_impl_opengl3.h>
#include <imgui.h>
#include <stb_image_write.h>

#include <algorithm>
#include <chrono>
#include <set>
#include <vector>

namespace ui {

namespace {

constexpr int kFramesAfterEvent = 3;
using SteadyTime = std::chrono::steady_clock::time_point;

GLFWwindow* create(const WindowStyle& style, bool modern) {
    glfwDefaultWindowHints();
    if (modern) {
        glfwWindowHint(GLFW_CONTEXT_VERSION_MAJOR, 3);
        glfwWindowHint(GLFW_CONTEXT_VERSION_MINOR, 0);
    }
    glfwWindowHint(GLFW_SCALE_TO_MONITOR, GLFW_TRUE);
    return glfwCreateWindow(style.width, style.height, style.title.c_str(), nullptr, nullptr);
}

float monitor_scale(GLFWwindow* window) {
    float x = 1;
    float y = 1;
    glfwGetWindowContentScale(window, &x, &y);
    return x > 0 ? x : 1;
}

}  // namespace

// Dear ImGui 1.86 looks at keys once a frame: a key pressed and let go between two frames would
// never have been pressed. Here it stays down until the frame after.
class ShortKeys {
public:
    void take(GLFWwindow* window, int key, int scancode, int action, int mods) {
        if (action == GLFW_PRESS) pressed_.insert(key);
        if (action == GLFW_RELEASE && pressed_.contains(key)) {
            releases_.push_back({key, scancode, mods});
            return;
        }
        ImGui_ImplGlfw_KeyCallback(window, key, scancode, action, mods);
    }
    // After a frame. True: something was let go, so another frame is wanted.
    bool let_go(GLFWwindow* window) {
        const bool any = !releases_.empty();
        for (const Release& each : releases_) {
            ImGui_ImplGlfw_KeyCallback(window, each.key, each.scancode, GLFW_RELEASE, each.mods);
        }
        releases_.clear();
        pressed_.clear();
        return any;
    }

private:
    struct Release {
        int key, scancode, mods;
    };
    std::set<int> pressed_;
    std::vector<Release> releases_;
};

struct Window::Parts {
    WindowStyle style;
    ShortKeys short_keys;
    GLFWwindow* window = nullptr;
    bool modern = true;     // OpenGL 3
    bool uploaded = false;  // the first frame of the back end has made its texture
    bool damaged = true;    // the system wants the window painted again
    int frames_left = kFramesAfterEvent;
    std::uint64_t painted_hash = 0;
    std::string probed;
    std::function<bool()> may_close;
    bool ends = false;  // close() was called
    WindowFigures figures;
    SteadyTime opened_at = std::chrono::steady_clock::now();

    void upload_fonts();
    void begin_frame() {
        const bool is_new_atlas = renew_look();
        if (is_new_atlas && uploaded) upload_fonts();
        modern ? ImGui_ImplOpenGL3_NewFrame() : ImGui_ImplOpenGL2_NewFrame();
#if IMGUI_VERSION_NUM < 19200
        // The graphics card has the atlas; the copies it was made from take up to 20 MB.
        if (is_new_atlas || !uploaded) ImGui::GetIO().Fonts->ClearTexData();
#endif
        uploaded = true;
        ImGui_ImplGlfw_NewFrame();
        ImGui::NewFrame();
    }
    void paint();
    void write_shot() const;
    void write_probe();
};

// Dear ImGui 1.92 does this by itself.
void Window::Parts::upload_fonts() {
#if IMGUI_VERSION_NUM < 19200
    if (modern) {
        ImGui_ImplOpenGL3_DestroyFontsTexture();
        ImGui_ImplOpenGL3_CreateFontsTexture();
    } else {
        ImGui_ImplOpenGL2_DestroyFontsTexture();
        ImGui_ImplOpenGL2_CreateFontsTexture();
    }
#endif
    frames_left = kFramesAfterEvent;
}

void Window::Parts::paint() {
    int width = 0;
    int height = 0;
    glfwGetFramebufferSize(window, &width, &height);
    glViewport(0, 0, width, height);
    const Colour ground = palette().page;
    glClearColor(static_cast<float>(ground & 255U) / 255,
                 static_cast<float>(ground >> 8 & 255U) / 255,
                 static_cast<float>(ground >> 16 & 255U) / 255, 1);
    glClear(GL_COLOR_BUFFER_BIT);
    modern ? ImGui_ImplOpenGL3_RenderDrawData(ImGui::GetDrawData())
           : ImGui_ImplOpenGL2_RenderDrawData(ImGui::GetDrawData());
    ++figures.painted;
    if (figures.painted == 1) {
        glFinish();
        const auto spent = std::chrono::steady_clock::now() - opened_at;
        figures.first_frame_ms = std::chrono::duration<double, std::milli>(spent).count();
    }
}

void Window::Parts::write_shot() const {
    int width = 0;
    int height = 0;
    glfwGetFramebufferSize(window, &width, &height);
    std::vector<unsigned char> pixels(static_cast<std::size_t>(width) *
                                      static_cast<std::size_t>(height) * 3);
    glPixelStorei(GL_PACK_ALIGNMENT, 1);
    glReadPixels(0, 0, width, height, GL_RGB, GL_UNSIGNED_BYTE, pixels.data());
    stbi_flip_vertically_on_write(1);
    if (stbi_write_png(style.shot_file.c_str(), width, height, 3, pixels.data(), width * 3) == 0) {
        base::log::warn("the picture of the window could not be written");
    }
}

void Window::Parts::write_probe() {
    std::string now = probe::as_lines();
    if (now == probed) return;
    const base::Status written = base::replace_file(style.probe_file, now);
    if (!written.ok()) base::log::warn(written.error().message);
    probed = std::move(now);
}

base::Result<std::unique_ptr<Window>> Window::open(const WindowStyle& style) {
    auto parts = std::make_unique<Parts>();
    parts->style = style;
    if (glfwInit() == GLFW_FALSE) {
        return base::Error{base::ErrorCode::Unsupported, "no display to open a window on"};
    }
    parts->window = create(style, true);
    if (parts->window == nullptr) {
        parts->modern = false;
        parts->window = create(style, false);
    }
    if (parts->window == nullptr) {
        glfwTerminate();
        return base::Error{base::ErrorCode::Unsupported,
                           "this machine's graphics refused a window"};
    }
    return std::unique_ptr<Window>(new Window(std::move(parts)));
}

Window::Window(std::unique_ptr<Parts> parts) : parts_(std::move(parts)) {
    GLFWwindow* window = parts_->window;
    glfwMakeContextCurrent(window);
    glfwSwapInterval(1);
    glfwSetWindowUserPointer(window, parts_.get());
    glfwSetWindowRefreshCallback(window, [](GLFWwindow* damaged) {
        static_cast<Parts*>(glfwGetWindowUserPointer(damaged))->damaged = true;
    });
    ImGui::CreateContext();
    ImGuiIO& io = ImGui::GetIO();
    io.IniFilename = nullptr;
    io.ConfigFlags |= ImGuiConfigFlags_NavEnableKeyboard;
    io.ConfigInputTextCursorBlink = false;  // a blinking cursor would keep the loop awake
    const float at = parts_->style.scale > 0 ? parts_->style.scale : monitor_scale(window);
    begin_look(parts_->style.look, at, parts_->style.text_size);
    probe::switch_on(!parts_->style.probe_file.empty());
    ImGui_ImplGlfw_InitForOpenGL(window, true);
    glfwSetKeyCallback(window,
                       [](GLFWwindow* pressed_in, int key, int scancode, int action, int mods) {
                           auto* owner = static_cast<Parts*>(glfwGetWindowUserPointer(pressed_in));
                           owner->short_keys.take(pressed_in, key, scancode, action, mods);
                       });
    if (parts_->modern && !ImGui_ImplOpenGL3_Init("#version 130")) parts_->modern = false;
    if (!parts_->modern) ImGui_ImplOpenGL2_Init();
    parts_->figures.renderer = reinterpret_cast<const char*>(glGetString(GL_RENDERER));
}

Window::~Window() {
    parts_->modern ? ImGui_ImplOpenGL3_Shutdown() : ImGui_ImplOpenGL2_Shutdown();
    ImGui_ImplGlfw_Shutdown();
    ImGui::DestroyContext();
    glfwDestroyWindow(parts_->window);
    glfwTerminate();
}

void Window::wait() {
    if (parts_->frames_left > 0) {
        --parts_->frames_left;
        glfwPollEvents();
        return;
    }
    const double asked = take_redraw_request();
    if (asked >= 0) {
        glfwWaitEventsTimeout(std::max(asked, 0.01));
    } else {
        glfwWaitEvents();
    }
    parts_->frames_left = kFramesAfterEvent;
}

void Window::frame(const std::function<void()>& draw) {
    parts_->begin_frame();
    probe::begin_frame();
    keyboard::begin_frame();
    draw();
    ImGui::Render();
    ++parts_->figures.laid_out;
    if (parts_->short_keys.let_go(parts_->window)) parts_->frames_left = kFramesAfterEvent;
    if (!parts_->style.probe_file.empty()) parts_->write_probe();
    const std::uint64_t hash = hash_of(*ImGui::GetDrawData());
    const bool shot_due =
        !parts_->style.shot_file.empty() && parts_->figures.laid_out >= parts_->style.shot_after;
    if (hash == parts_->painted_hash && !parts_->damaged && !shot_due) return;
    parts_->painted_hash = hash;
    parts_->damaged = false;
    parts_->paint();
    if (shot_due) {
        parts_->write_shot();
        close();
    }
    glfwSwapBuffers(parts_->window);
}

void Window::run(const std::function<void()>& draw) {
    while (!is_over()) {
        wait();
        frame(draw);
        const bool waits_for_shot = !parts_->style.shot_file.empty();
        if (waits_for_shot) parts_->frames_left = std::max(parts_->frames_left, 1);
    }
}

void Window::ask_before_closing(std::function<bool()> may_close) {
    parts_->may_close = std::move(may_close);
}

bool Window::is_over() {
    if (parts_->ends) return true;
    if (glfwWindowShouldClose(parts_->window) == GLFW_FALSE) return false;
    if (!parts_->may_close || parts_->may_close()) return true;
    glfwSetWindowShouldClose(parts_->window, GLFW_FALSE);
    parts_->frames_left = kFramesAfterEvent;
    return false;
}

void Window::close() {
    parts_->ends = true;
}

const WindowFigures& Window::figures() const {
    return parts_->figures;
}

void wake() {
    glfwPostEmptyEvent();
}

}  // namespace ui
