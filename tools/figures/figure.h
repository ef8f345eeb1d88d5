// A figure: one measured number, beside what a bare loop does in the same run on the same machine.
//
// Printed as one line of JSON, so that a script can hold two runs against each other.
#pragma once

#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace figures {

struct Figure {
    std::string name;  // of several of one kind: the figure's name, a space, of what
    std::string unit;  // "records/s", "ms", "B", "MB", "%"
    double value = 0;
    std::optional<double> baseline;  // the bare loop; none where there is nothing to compare with
    std::int64_t n = 0;              // records, devices or runs that it was measured over
};
std::string to_line(const Figure& figure);

struct Options {
    std::string scratch;            // a folder on a real disk; emptied by whoever made it
    std::string programs;           // the folder of kawan-server and kawan-client
    std::optional<std::int64_t> n;  // instead of the measurement's own size
    // Of console_pages and report_process_peak: kept, and used again if it is there.
    std::string database = {};
};

// Figures that come out of one measurement. `run` skips, with a line on stderr, what cannot be
// measured on this machine.
struct Measurement {
    std::vector<std::string> figures;
    std::function<std::vector<Figure>(const Options&)> run;
};
const std::vector<Measurement>& all_measurements();

// One per file of this folder.
Measurement push_and_pull();
Measurement many_devices();
Measurement slow_uploads();
Measurement bytes_on_the_wire();
Measurement slow_link();
Measurement packing_levels();
Measurement argon2id();
Measurement small_laptop();
Measurement large_laptop();
Measurement month_reports();
Measurement server_memory();
Measurement report_processes();
Measurement window_at_rest();
Measurement window_at_work();
Measurement massage_guide();
Measurement duplicates();
Measurement duplicates_large();
Measurement console_pages();

}  // namespace figures
