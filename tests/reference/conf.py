"""The reference of the Python module: its docstrings, which are in numpydoc form."""

import noble

project = "noble"
author = "noble"
version = release = noble.__version__
extensions = ["sphinx.ext.autodoc", "sphinx.ext.napoleon"]
napoleon_google_docstring = False
napoleon_use_rtype = False
autodoc_member_order = "groupwise"
autodoc_typehints = "none"
add_module_names = False
default_role = "code"
html_theme = "alabaster"
html_theme_options = {"page_width": "1100px", "fixed_sidebar": True, "description": "An algebra of multirate linear operators"}
html_sidebars = {"**": ["about.html", "searchbox.html", "localtoc.html"]}
html_show_sourcelink = False
toc_object_entries_show_parents = "hide"
