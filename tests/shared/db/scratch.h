// A folder of its own for each test, gone afterwards.
#pragma once

#include <unistd.h>
#include <filesystem>
#include <string>

class Scratch {
public:
    Scratch() : path_(std::filesystem::temp_directory_path() / ("kawan-db-" + unique())) {
        std::filesystem::create_directories(path_);
    }
    ~Scratch() { std::filesystem::remove_all(path_); }
    Scratch(const Scratch&) = delete;
    Scratch& operator=(const Scratch&) = delete;

    std::string file(const std::string& name) const { return (path_ / name).string(); }

private:
    static std::string unique() {
        static int count = 0;
        return std::to_string(::getpid()) + "-" + std::to_string(++count);
    }
    std::filesystem::path path_;
};
