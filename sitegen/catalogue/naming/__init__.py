"""What a paper is called in addresses: slugs, and the published names it keeps."""
