// Stands where "Kirim" stands, in practice: there is nothing to send with.
#pragma once

#include "client/screens/frame/open_page.h"

namespace screens {

class UnsentPage final : public OpenPage {
public:
    void draw(Ways& ways) override;
};

}  // namespace screens
