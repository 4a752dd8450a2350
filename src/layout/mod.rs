//! Page layout: a [`Document`](crate::document::Document) becomes positioned text, lines and boxes.

pub mod pages;
