// A display that nobody sees, for the real window.
#pragma once

#include "tests/end_to_end/processes.h"

#include <string>
#include <vector>

namespace smoke {

class Display {
public:
    // Throws, naming what to install, without Xvfb or xdotool.
    Display();
    ~Display();
    Display(const Display&) = delete;
    Display& operator=(const Display&) = delete;

    // The words of a command that runs on it.
    std::vector<std::string> with(std::vector<std::string> words) const;
    void xdotool(std::vector<std::string> words) const;

private:
    end_to_end::Scratch scratch_;
    end_to_end::Background server_;
    std::string name_;
};

long cpu_ticks(pid_t process);  // of 10 ms, used so far

}  // namespace smoke
