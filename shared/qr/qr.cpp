#include "shared/qr/qr.h"

#include <qrencode.h>

#include <memory>
#include <string>

namespace qr {

base::Result<Square> encode(std::string_view text) {
    if (text.empty() || text.find('\0') != std::string_view::npos) {
        return base::Error{base::ErrorCode::Usage, "a QR code needs a text"};
    }
    if (text.size() > kTextBytesMax) {
        return base::Error{base::ErrorCode::Usage, "the text is too long for a QR code"};
    }
    // Level M: a fold or a drop of oil on the paper may hide an eighth of it.
    const std::unique_ptr<QRcode, void (*)(QRcode*)> code(
        QRcode_encodeString8bit(std::string(text).c_str(), 0, QR_ECLEVEL_M), &QRcode_free);
    if (!code) return base::Error{base::ErrorCode::Usage, "the text fits no QR code"};
    Square square;
    square.side = code->width;
    const std::size_t modules =
        static_cast<std::size_t>(square.side) * static_cast<std::size_t>(square.side);
    square.dark.reserve(modules);
    for (std::size_t each = 0; each < modules; ++each) {
        square.dark.push_back((code->data[each] & 1U) != 0);
    }
    return square;
}

}  // namespace qr
