"""The public edition for machines: JSON by the ORI model, schema.org, the Woo sitemap and a feed."""
