// A QR code on the screen: whole pixels, black on white in every look, the white border of four
// modules included, so that a cheap phone reads it.
#pragma once

#include <string>
#include <vector>

namespace ui {

// `dark` row by row, `side` modules a row. As large as fits `size` (at 100 %), in whole pixels a
// module. Probes see role "qr" and the side as value.
void qr_square(const std::string& key, int side, const std::vector<bool>& dark, float size = 260);

}  // namespace ui
