package planted.homeless.weather;

record Rain(int millimetres) {}
