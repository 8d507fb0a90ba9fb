import { mount } from '../mount.tsx'
import People from './People.tsx'

mount(People)
