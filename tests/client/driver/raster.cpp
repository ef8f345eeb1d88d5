#include "tests/client/driver/raster.h"

#include <imgui.h>
#include <stb_image_write.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <stdexcept>
#include <vector>

namespace driver {

namespace {

struct Texture {
    const unsigned char* pixels = nullptr;
    int width = 0, height = 0, bytes_per_pixel = 1;

    float alpha(float u, float v) const {
        const int x = std::clamp(static_cast<int>(u * static_cast<float>(width)), 0, width - 1);
        const int y = std::clamp(static_cast<int>(v * static_cast<float>(height)), 0, height - 1);
        return static_cast<float>(pixels[(y * width + x) * bytes_per_pixel + bytes_per_pixel - 1]) /
               255.0F;
    }
};

struct Picture {
    int width = 0, height = 0;
    std::vector<unsigned char> pixels;

    void blend(int x, int y, const std::array<float, 4>& colour, float alpha) {
        unsigned char* at = &pixels[static_cast<std::size_t>(y * width + x) * 3];
        for (std::size_t i = 0; i < 3; ++i) {
            at[i] = static_cast<unsigned char>(
                std::lround(static_cast<float>(at[i]) * (1 - alpha) + colour[i] * alpha));
        }
    }
};

Texture atlas() {
    Texture texture;
#if IMGUI_VERSION_NUM >= 19200
    const ImTextureData& data = *ImGui::GetIO().Fonts->TexData;
    texture = {data.Pixels, data.Width, data.Height, data.BytesPerPixel};
#else
    unsigned char* pixels = nullptr;
    ImGui::GetIO().Fonts->GetTexDataAsAlpha8(&pixels, &texture.width, &texture.height);
    texture.pixels = pixels;
#endif
    return texture;
}

std::array<float, 4> channels(ImU32 colour) {
    std::array<float, 4> out{};
    for (std::size_t i = 0; i < 4; ++i) out[i] = static_cast<float>(colour >> (8 * i) & 255U);
    return out;
}

struct Corner {
    float x, y, u, v;
    std::array<float, 4> colour;
};

Corner corner(const ImDrawVert& vertex) {
    return {vertex.pos.x, vertex.pos.y, vertex.uv.x, vertex.uv.y, channels(vertex.col)};
}

float cross(const Corner& a, const Corner& b, float x, float y) {
    return (a.x - x) * (b.y - y) - (b.x - x) * (a.y - y);
}

// A pixel on the edge of two triangles belongs to one of them only, whichever way round each of
// them is written: neighbours run along their common edge in opposite directions.
bool owns_edge(const Corner& b, const Corner& c, float area) {
    const Corner& from = area > 0 ? b : c;
    const Corner& to = area > 0 ? c : b;
    return from.y < to.y || (from.y == to.y && from.x > to.x);
}

void draw_triangle(Picture& out, const Texture& texture, const std::array<Corner, 3>& t,
                   const ImVec4& clip) {
    const float area = cross(t[1], t[2], t[0].x, t[0].y);
    if (std::fabs(area) < 1e-6F) return;
    const auto [low_x, high_x] = std::minmax({t[0].x, t[1].x, t[2].x});
    const auto [low_y, high_y] = std::minmax({t[0].y, t[1].y, t[2].y});
    const int left = std::max({0, static_cast<int>(clip.x), static_cast<int>(std::floor(low_x))});
    const int top = std::max({0, static_cast<int>(clip.y), static_cast<int>(std::floor(low_y))});
    const int right = std::min({out.width, static_cast<int>(clip.z), static_cast<int>(high_x) + 2});
    const int bottom =
        std::min({out.height, static_cast<int>(clip.w), static_cast<int>(high_y) + 2});
    for (int y = top; y < bottom; ++y) {
        for (int x = left; x < right; ++x) {
            const float px = static_cast<float>(x) + 0.5F;
            const float py = static_cast<float>(y) + 0.5F;
            const float a = cross(t[1], t[2], px, py) / area;
            const float b = cross(t[2], t[0], px, py) / area;
            // Not 1 - a - b: rounded, it would leave cracks between neighbours.
            const float c = cross(t[0], t[1], px, py) / area;
            if (a < 0 || b < 0 || c < 0) continue;
            const bool is_neighbours = (a == 0 && !owns_edge(t[1], t[2], area)) ||
                                       (b == 0 && !owns_edge(t[2], t[0], area)) ||
                                       (c == 0 && !owns_edge(t[0], t[1], area));
            if (is_neighbours) continue;
            std::array<float, 4> colour{};
            for (std::size_t i = 0; i < 4; ++i) {
                colour[i] = a * t[0].colour[i] + b * t[1].colour[i] + c * t[2].colour[i];
            }
            const float u = a * t[0].u + b * t[1].u + c * t[2].u;
            const float v = a * t[0].v + b * t[1].v + c * t[2].v;
            out.blend(x, y, colour, colour[3] / 255 * texture.alpha(u, v));
        }
    }
}

void draw_list(Picture& out, const Texture& texture, const ImDrawList& list) {
    for (const ImDrawCmd& command : list.CmdBuffer) {
        for (unsigned i = 0; i + 2 < command.ElemCount; i += 3) {
            std::array<Corner, 3> corners{};
            for (unsigned k = 0; k < 3; ++k) {
                const auto index = list.IdxBuffer[static_cast<int>(command.IdxOffset + i + k)];
                corners[k] = corner(list.VtxBuffer[static_cast<int>(command.VtxOffset + index)]);
            }
            draw_triangle(out, texture, corners, command.ClipRect);
        }
    }
}

}  // namespace

void write_picture(const std::string& file) {
    const ImVec2 size = ImGui::GetIO().DisplaySize;
    Picture out{static_cast<int>(size.x), static_cast<int>(size.y), {}};
    out.pixels.resize(static_cast<std::size_t>(out.width * out.height) * 3);
    const Texture texture = atlas();
    const ImDrawData& frame = *ImGui::GetDrawData();
    for (int i = 0; i < frame.CmdListsCount; ++i) draw_list(out, texture, *frame.CmdLists[i]);
    const int stride = out.width * 3;
    if (stbi_write_png(file.c_str(), out.width, out.height, 3, out.pixels.data(), stride) == 0) {
        throw std::runtime_error("cannot write " + file);
    }
}

}  // namespace driver
