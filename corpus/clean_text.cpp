#include "corpus/clean_text.hpp"
