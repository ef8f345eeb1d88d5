#include "client/pictures/colours.h"

namespace pictures {

Colour colour_of(Role role) {
    switch (role) {
        case Role::Air:
            return {0xF6, 0xF0, 0xE6};
        case Role::Floor:
            return {0xE9, 0xDD, 0xCB};
        case Role::Wood:
            return {0xC9, 0x9F, 0x72};
        case Role::WoodDark:
            return {0x9C, 0x72, 0x4A};
        case Role::Skin:
            return {0xCF, 0x97, 0x6E};
        case Role::SkinShade:
            return {0xB2, 0x79, 0x54};
        case Role::SkinLine:
            return {0x7C, 0x4C, 0x32};
        case Role::Hair:
            return {0x3A, 0x2B, 0x28};
        case Role::Veil:
            return {0x2F, 0x7F, 0x86};
        case Role::VeilFold:
            return {0x22, 0x62, 0x69};
        case Role::Cloth:
            return {0xD3, 0xE8, 0xE0};
        case Role::ClothFold:
            return {0x86, 0xB0, 0xA6};
        case Role::Wrap:
            return {0x7A, 0x4B, 0x62};
        case Role::WrapFold:
            return {0x5C, 0x35, 0x49};
        case Role::Pillow:
            return {0xE4, 0xEB, 0xEF};
        case Role::PillowFold:
            return {0xAE, 0xBD, 0xC7};
        case Role::Hand:
            return {0xEC, 0xBE, 0x98};
        case Role::HandShade:
            return {0xD0, 0x98, 0x70};
        case Role::HandLine:
            return {0x6B, 0x40, 0x2A};
        case Role::Sleeve:
            return {0x4F, 0x6D, 0x9C};
        case Role::SleeveFold:
            return {0x3A, 0x53, 0x7B};
        case Role::Baby:
            return {0xE0, 0xAE, 0x88};
        case Role::BabyLine:
            return {0x8A, 0x57, 0x3A};
        case Role::Blanket:
            return {0xF5, 0xDC, 0x8F};
        case Role::BlanketFold:
            return {0xD3, 0xB0, 0x57};
        case Role::Water:
            return {0x9C, 0xCF, 0xE2};
        case Role::Oil:
            return {0xE8, 0xB8, 0x3F};
        case Role::Leaf:
            return {0x5E, 0x9B, 0x5A};
        case Role::White:
            return {0xFF, 0xFF, 0xFF};
        case Role::Ink:
            return {0x2B, 0x2B, 0x33};
        case Role::Way:
            return {0x14, 0x5C, 0x4C};
        case Role::WayDone:
            return {0xFF, 0xFF, 0xFF};
        case Role::Halt:
            return {0xB3, 0x2D, 0x2D};
        case Role::Warm:
            return {0xE2, 0x7D, 0x3C};
    }
    return {};
}

}  // namespace pictures
