// kawan-tidy [ROOT]: prints path:line: what is wrong; exit 1 if anything is.
#include "tools/tidy/walk.h"

#include <cstdio>

int main(int count, char** words) {
    const auto tour = tidy::walk(tidy::our_house(), count > 1 ? words[1] : ".");
    for (const tidy::Finding& each : tour.findings) {
        std::printf("%s\n", tidy::to_text(each).c_str());
    }
    std::printf("tidy: %zu files, %zu findings\n", tour.files, tour.findings.size());
    return tour.findings.empty() ? 0 : 1;
}
